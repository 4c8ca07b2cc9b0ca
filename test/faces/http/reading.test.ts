import { beforeEach, describe, expect, it } from 'vitest';
import { CaseloadRow } from '../../../src/faces/http/schemas/caseload-row.ts';
import { DueRow } from '../../../src/faces/http/schemas/due-row.ts';
import { StatusAnswer } from '../../../src/faces/http/schemas/status.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

let clinic: ClinicSubject;
beforeEach(async () => {
  clinic = await openClinic();
});
const get = async (cookie: string, path: string) => {
  const answer = await clinic.ask(cookie, 'GET', path);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const episodes = (body: Record<string, unknown>) =>
  (body['items'] as { episode: string }[]).map(({ episode }) => episode);

describe('lists over HTTP', () => {
  it('show a counselor his own caseload, whatever he asks for', async () => {
    const kim = clinic.person('kim', 'counselor');
    const { body } = await get(kim, '/api/caseload');
    expect(episodes(body)).toEqual(['e-1']);
    CaseloadRow.parse((body['items'] as unknown[])[0]);
    expect(episodes((await get(kim, '/api/caseload?counselor=lee')).body)).toEqual([]);
    expect(episodes((await get(kim, '/api/caseload?site=south')).body)).toEqual([]);
    const due = await get(kim, '/api/due');
    DueRow.parse((due.body['items'] as unknown[])[0]);
    expect(new Set(episodes(due.body))).toEqual(new Set(['e-1']));
    expect(episodes((await get(kim, '/api/due?counselor=lee')).body)).toEqual([]);
  });

  it('show a supervisor his site, or all sites where he is over all', async () => {
    const north = clinic.person('boss', 'supervisor');
    expect(episodes((await get(north, '/api/caseload')).body)).toEqual(['e-1']);
    expect(episodes((await get(north, '/api/caseload?site=south')).body)).toEqual([]);
    expect(new Set(episodes((await get(north, '/api/due')).body))).toEqual(new Set(['e-1']));
    const all = clinic.person('chief', 'supervisor', { site: '*' });
    expect(episodes((await get(all, '/api/caseload')).body)).toEqual(['e-1', 'e-2']);
    expect(new Set(episodes((await get(all, '/api/due')).body))).toEqual(new Set(['e-1', 'e-2']));
    const nowhere = clinic.person('lost', 'supervisor', { site: null });
    expect(episodes((await get(nowhere, '/api/caseload')).body)).toEqual([]);
    expect(episodes((await get(nowhere, '/api/due')).body)).toEqual([]);
  });

  it('come in pages that meet without a gap, and log whom they show', async () => {
    for (let n = 3; n <= 7; n += 1)
      await clinic.engine.admit({
        episode: `e-${n}`,
        patient: `p-${n}`,
        curriculum: 'matrix-iop',
        counselor: 'kim',
      });
    const kim = clinic.person('kim', 'counselor');
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 9; page += 1) {
      const { body } = await get(kim, `/api/caseload?limit=2${after}`);
      seen.push(...episodes(body));
      const [line] = clinic.access.log.list({ limit: 1 });
      expect(line?.subjects.map(({ episode }) => episode)).toEqual(episodes(body));
      if (body['next'] === null) break;
      after = `&after=${String(body['next'])}`;
    }
    expect(seen).toEqual(['e-1', 'e-3', 'e-4', 'e-5', 'e-6', 'e-7']);
  });

  it('refuse what they do not know, with a pointer to it', async () => {
    const kim = clinic.person('kim', 'counselor');
    expect(await get(kim, '/api/caseload?limit=0&fase=x')).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ in: 'query', pointer: '/limit' }, { in: 'query' }] },
    });
    expect((await get(kim, '/api/me?x=1')).status).toBe(400);
  });
});

describe('the status over HTTP', () => {
  it('is as the engine says it, as of a day, with the version as its tag', async () => {
    const kim = clinic.person('kim', 'counselor');
    const answer = await clinic.ask(kim, 'GET', '/api/episodes/e-1/status?asOf=2026-01-12');
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const status = StatusAnswer.parse(await answer.json());
    expect(status).toEqual(
      JSON.parse(JSON.stringify(await clinic.engine.status('e-1', { asOf: '2026-01-12' }))),
    );
    expect((await get(kim, '/api/episodes/e-1/status?asOf=2026-02-30')).status).toBe(400);
  });
});

describe('the census', () => {
  it('tells a researcher no count from 1 to 10, and a supervisor his own site', async () => {
    for (let n = 10; n < 20; n += 1)
      await clinic.engine.admit({
        episode: `e-${n}`,
        patient: `p-${n}`,
        curriculum: 'matrix-iop',
        site: 'north',
      });
    const count = async (cookie: string) =>
      ((await get(cookie, '/api/census')).body['items'] as { episodes: number | null }[]).map(
        (l) => l.episodes,
      );
    const researcher = clinic.person('ada', 'researcher');
    expect(await count(researcher)).toEqual([12]);
    await clinic.engine.execute({
      type: 'Discharge',
      episode: 'e-10',
      discharge: 'other',
      reason: 'Moved.',
    });
    await clinic.engine.execute({
      type: 'Discharge',
      episode: 'e-11',
      discharge: 'other',
      reason: 'Moved.',
    });
    expect(await count(researcher)).toEqual([null, null]);
    expect(await count(clinic.person('boss', 'supervisor'))).toEqual([9, 2]);
  });
});
