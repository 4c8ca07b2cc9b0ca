import { beforeEach, describe, expect, it } from 'vitest';
import { WorklistName } from '../../../src/engine/worklists/worklist-row.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

let clinic: ClinicSubject;
let kim: string;
let nora: string;
beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
  nora = clinic.person('nora', 'supervisor', { site: '*' });
});
const save = (body: object, who = kim) => clinic.ask(who, 'POST', '/api/saved-worklists', body);
const items = async <T>(path: string, who = kim) =>
  ((await (await clinic.ask(who, 'GET', path)).json()) as { items: T[] }).items;
const names = async (who = kim) =>
  (await items<{ name: string; shared: boolean }>('/api/saved-worklists', who)).map(
    ({ name, shared }) => `${name}${shared ? ' (shared)' : ''}`,
  );
const CALLS = { list: ['not-seen', 'late-documentation'], days: 0, phase: 'orientation' };

describe('a saved worklist', () => {
  it('is kept as data, and read as its filter says, with why each is there and what to do next', async () => {
    expect((await save({ name: 'Calls to make', filter: CALLS })).status).toBe(201);
    const path = '/api/saved-worklists/Calls%20to%20make';
    const rows = await items<Record<string, string>>(`${path}?on=2026-01-20`);
    expect(rows.map(({ episode, list }) => [episode, list])).toEqual([
      ['e-1', 'not-seen'],
      ['e-1', 'late-documentation'],
    ]);
    for (const { why, next } of rows) expect([why?.length, next?.length]).not.toContain(0);
    expect(clinic.access.log.list({ limit: 1 })[0]).toMatchObject({
      subjects: [{ episode: 'e-1', patient: 'p-1' }],
    });
    await save({ name: 'Calls to make', filter: { ...CALLS, phase: 'early-recovery' } });
    expect(await items(`${path}?on=2026-01-20`)).toEqual([]);
    expect(await names()).toEqual(['Calls to make']);
  });

  it('may hold every kind of reason, and nothing that is none', async () => {
    expect((await save({ name: 'all', filter: { list: WorklistName.options } })).status).toBe(201);
    for (const filter of [
      { list: 'none' },
      { list: [] },
      {},
      { ...CALLS, mood: 'x' },
      { ...CALLS, on: '2026-01-05' },
    ])
      expect((await save({ name: 'wrong', filter })).status).toBe(400);
    expect(await names()).toEqual(['all']);
  });

  it('is seen by whoever saved it alone, unless a supervisor saved it for the clinic', async () => {
    await save({ name: 'mine', filter: CALLS });
    expect((await save({ name: 'ours', filter: CALLS, shared: true })).status).toBe(403);
    expect((await save({ name: 'ours', filter: CALLS, shared: true }, nora)).status).toBe(201);
    const lee = clinic.person('lee', 'counselor');
    expect([await names(), await names(lee)]).toEqual([['mine', 'ours (shared)'], ['ours (shared)']]);
    expect((await clinic.ask(lee, 'GET', '/api/saved-worklists/mine')).status).toBe(404);
    const seen = async (who: string) =>
      new Set(
        (await items<{ episode: string }>('/api/saved-worklists/ours?on=2026-01-20', who)).map(
          (r) => r.episode,
        ),
      );
    expect(await seen(lee)).toEqual(new Set(['e-2']));
    expect(await seen(nora)).toEqual(new Set(['e-1', 'e-2']));
    await save({ name: 'lees', filter: { ...CALLS, counselor: 'lee' } });
    expect(await items('/api/saved-worklists/lees?on=2026-01-20')).toEqual([]);
  });

  it('is deleted, a shared one by a supervisor', async () => {
    await save({ name: 'calls', filter: CALLS });
    await save({ name: 'calls', filter: CALLS, shared: true }, nora);
    const remove = (body: object, who = kim) =>
      clinic.ask(who, 'POST', '/api/saved-worklists/calls/deletion', body);
    expect((await remove({ shared: true })).status).toBe(403);
    expect((await remove({})).status).toBe(204);
    expect(await names()).toEqual(['calls (shared)']);
    expect((await remove({})).status).toBe(404);
    expect((await remove({ shared: true }, nora)).status).toBe(204);
    expect(await names()).toEqual([]);
  });
});
