import { describe, expect, it } from 'vitest';
import type { WorklistQuery } from '../../../src/engine/worklists/worklist-row.ts';
import { createGroupClinic, type GroupClinic } from '../groups/group-clinic.ts';

const attend = { type: 'RecordAttendance', track: 'early-recovery-skills' } as const;

async function admitted(curriculum = 'matrix-iop') {
  const clinic = createGroupClinic();
  await clinic.must({ type: 'Admit', patient: 'p-1', curriculum, counselor: 'kim', site: 'north' });
  return clinic;
}

async function inEarlyRecovery() {
  const clinic = await admitted();
  await clinic.must({ type: 'RecordAttendance', track: 'individual-conjoint', status: 'attended' });
  await clinic.must({ type: 'SignOff', role: 'counselor', subject: 'service-agreement' });
  await clinic.must({ type: 'Advance' });
  return clinic;
}

async function listed(clinic: GroupClinic, list: WorklistQuery['list'], more: Partial<WorklistQuery> = {}) {
  const { rows } = await clinic.engine.worklist({ list, ...more });
  return rows.map(({ why }) => why);
}

describe('a worklist', () => {
  it('shows who was not seen for seven days, by the calendar alone, and no longer once he was', async () => {
    const clinic = await inEarlyRecovery();
    expect(await listed(clinic, 'not-seen', { on: '2026-01-11' })).toEqual([]);
    expect(await listed(clinic, 'not-seen', { on: '2026-01-12' })).toEqual(['last seen on 2026-01-05']);
    expect(await listed(clinic, 'not-seen', { on: '2026-01-07', days: 2 })).toHaveLength(1);
    clinic.on('2026-01-12');
    await clinic.must({ ...attend, status: 'attended' });
    expect(await listed(clinic, 'not-seen', { on: '2026-01-18' })).toEqual([]);
  });

  it('shows who is ready to advance, and then no longer', async () => {
    const clinic = await admitted();
    expect(await listed(clinic, 'gate-ready')).toEqual([]);
    await clinic.must({ type: 'RecordAttendance', track: 'individual-conjoint', status: 'attended' });
    expect(await listed(clinic, 'gate-blocked-by-one')).toEqual([
      'one thing is missing: sign-off of service agreement by the counselor',
    ]);
    expect(await listed(clinic, 'sign-off-wanted')).toEqual([
      'sign-off of service agreement by the counselor',
    ]);
    await clinic.must({ type: 'SignOff', role: 'counselor', subject: 'service-agreement' });
    const { rows } = await clinic.engine.worklist({ list: 'gate-ready', counselor: 'kim' });
    expect(rows).toMatchObject([
      { episode: 'e-1', phase: 'orientation', next: 'Advance to Early recovery', days: 0 },
    ]);
    expect(await listed(clinic, 'sign-off-wanted')).toEqual([]);
    await clinic.must({ type: 'Advance' });
    expect(await listed(clinic, 'gate-ready')).toEqual([]);
  });

  it('shows who missed two meetings in a row, until he comes again', async () => {
    const clinic = await inEarlyRecovery();
    await clinic.must({ ...attend, status: 'absent' });
    expect(await listed(clinic, 'missed-twice')).toEqual([]);
    clinic.on('2026-01-09');
    await clinic.must({ ...attend, status: 'absent' });
    expect(await listed(clinic, 'missed-twice')).toEqual([
      'missed 2 meetings in a row, the latest on 2026-01-09',
    ]);
    clinic.on('2026-01-12');
    await clinic.must({ ...attend, status: 'late' });
    expect(await listed(clinic, 'missed-twice')).toEqual([]);
  });

  it('shows which meetings lack a record, before the clock has run', async () => {
    const clinic = await inEarlyRecovery();
    expect(await listed(clinic, 'late-documentation', { on: '2026-01-06' })).toEqual([]);
    const [first] = await listed(clinic, 'late-documentation', { on: '2026-01-07' });
    expect(first).toContain('on 2026-01-05 has no record');
    clinic.on('2026-01-20');
    await clinic.engine.advanceClock('2026-01-20');
    const [later] = await listed(clinic, 'late-documentation');
    expect(later).toMatch(/^\d+ meetings have no record, the earliest on 2026-01-05$/);
  });

  it('shows tests, leaves and stays that are overdue, and nobody who was discharged', async () => {
    const clinic = await inEarlyRecovery();
    const test = await clinic.engine.worklist({ list: 'test-overdue', on: '2026-02-05' });
    expect(test.rows[0]?.why).toContain('due');
    const stay = await clinic.engine.worklist({ list: 'stay-beyond-maximum', on: '2027-01-05' });
    expect(stay.rows).toHaveLength(1);
    await clinic.must({ type: 'StartLeave', expectedReturn: '2026-01-10' });
    expect(await listed(clinic, 'leave-overdue', { on: '2026-01-10' })).toEqual([]);
    expect((await listed(clinic, 'leave-overdue', { on: '2026-01-11' }))[0]).toContain('2026-01-10');
    expect(await listed(clinic, 'not-seen', { on: '2026-02-11' })).toEqual([]);
    clinic.on('2026-01-06');
    await clinic.must({ type: 'EndLeave' });
    await clinic.must({ type: 'Discharge', discharge: 'completed', role: 'supervisor', reason: 'done' });
    for (const list of ['leave-overdue', 'not-seen', 'test-overdue', 'stay-beyond-maximum'] as const)
      expect(await listed(clinic, list, { on: '2027-02-11' })).toEqual([]);
  });

  it('is read page by page, each row once', async () => {
    const clinic = createGroupClinic();
    const ids = Array.from({ length: 7 }, (_, i) => `e-${i}`);
    for (const episode of ids)
      await clinic.must({ type: 'Admit', episode, patient: episode, curriculum: 'matrix-iop' });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof clinic.engine.worklist>> = await clinic.engine.worklist({
        list: 'not-seen',
        on: '2026-02-01',
        limit: 3,
        ...(after === null ? {} : { after }),
      });
      seen.push(...page.rows.map(({ episode }) => episode));
      after = page.after;
    } while (after !== null);
    expect(seen).toEqual(ids);
    const bad = clinic.engine.worklist({ list: 'none' } as unknown as WorklistQuery);
    await expect(bad).rejects.toMatchObject({
      code: 'invalid-command',
      message: expect.stringContaining('name one of the worklists, or several: not-seen, gate-ready'),
    });
  });

  it('is made again from the events where it is missing', async () => {
    const clinic = await inEarlyRecovery();
    const before = await clinic.engine.worklist({ list: 'not-seen', on: '2026-02-01' });
    const version = (await clinic.store.read('e-1')).length;
    const none = {
      recordedAt: clinic.now,
      events: [],
      snapshot: null,
      due: null,
      caseload: null,
      worklist: [],
    };
    await clinic.store.append([{ episode: 'e-1', expectedVersion: version, ...none }]);
    expect(await listed(clinic, 'not-seen', { on: '2026-02-01' })).toEqual([]);
    expect(await clinic.engine.rebuildCaches()).toBe(1);
    expect(await clinic.engine.worklist({ list: 'not-seen', on: '2026-02-01' })).toEqual(before);
    expect(await clinic.store.read('e-1')).toHaveLength(version);
  });
});
