import { describe, expect, it } from 'vitest';
import { createGroupClinic, EVENING } from './group-clinic.ts';

async function opened(more: Partial<typeof EVENING> = {}) {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', definition: { ...EVENING, ...more } });
  return clinic;
}

describe('a group', () => {
  it('is full at its capacity: then one waits, or joins with a reason, and who waits longest is told of a free place', async () => {
    const clinic = await opened({ capacity: 2, minimum: 2 });
    await clinic.fill(['e-1', 'e-2']);
    await clinic.must({ type: 'Admit', episode: 'e-3', patient: 'p-3', curriculum: 'matrix-iop' });
    await clinic.must({ type: 'Admit', episode: 'e-4', patient: 'p-4', curriculum: 'matrix-iop' });
    expect(await clinic.refusedGroup({ type: 'JoinGroup', episode: 'e-3' })).toBe('group-full');
    await clinic.mustGroup({ type: 'JoinGroup', episode: 'e-3', wait: true });
    expect(await clinic.refusedGroup({ type: 'JoinGroup', episode: 'e-3', wait: true })).toBe(
      'already-in-group',
    );
    const joined = await clinic.mustGroup({
      type: 'JoinGroup',
      episode: 'e-4',
      reason: 'his wife leads elsewhere',
    });
    expect(joined.warnings).toEqual([{ code: 'over-capacity', message: '3 patients, and 2 places' }]);
    const left = await clinic.mustGroup({ type: 'LeaveGroup', episode: 'e-1' });
    expect(left.warnings.map(({ code }) => code)).toEqual(['place-free']);
    const status = await clinic.engine.groups.status('evening');
    expect(status).toMatchObject({ placesFree: 0, waiting: [{ episode: 'e-3' }], version: 6 });
    expect(status.members.map(({ episode }) => episode)).toEqual(['e-2', 'e-4']);
    await clinic.mustGroup({ type: 'LeaveGroup', episode: 'e-4' });
    await clinic.mustGroup({ type: 'JoinGroup', episode: 'e-3' });
    expect((await clinic.engine.groups.status('evening')).waiting).toEqual([]);
    expect(await clinic.refusedGroup({ type: 'LeaveGroup', episode: 'e-1' })).toBe('not-in-group');
    expect(await clinic.refusedGroup({ type: 'JoinGroup', episode: 'e-9' })).toBe('unknown-episode');
  });

  it('shows before it is asked which rules of size are broken', async () => {
    const clinic = await opened({ minimum: 8, patientsPerLeader: 1 });
    await clinic.fill(['e-1']);
    const { warnings } = await clinic.engine.groups
      .preview({
        type: 'JoinGroup',
        group: 'evening',
        episode: 'e-2',
      })
      .then((outcome) => (outcome.accepted ? outcome : { warnings: [] }));
    expect(warnings).toEqual([]);
    await clinic.must({ type: 'Admit', episode: 'e-2', patient: 'p-2', curriculum: 'matrix-iop' });
    const preview = await clinic.engine.groups.preview({
      type: 'JoinGroup',
      group: 'evening',
      episode: 'e-2',
    });
    expect(preview).toMatchObject({
      accepted: true,
      warnings: [{ code: 'below-minimum' }, { code: 'too-few-leaders' }],
    });
    expect((await clinic.engine.groups.status('evening')).members).toHaveLength(1);
  });

  it('that is closed takes nobody after its first meeting, but with a reason', async () => {
    const clinic = await opened({ admission: 'closed' });
    await clinic.fill(['e-1']);
    await clinic.mustGroup({ type: 'RecordRoster', meeting: '2026-01-05T18:00', others: 'attended' });
    clinic.on('2026-01-06');
    await clinic.must({ type: 'Admit', episode: 'e-2', patient: 'p-2', curriculum: 'matrix-iop' });
    expect(await clinic.refusedGroup({ type: 'JoinGroup', episode: 'e-2' })).toBe('group-closed');
    await clinic.mustGroup({ type: 'JoinGroup', episode: 'e-2', reason: 'transfer from the morning' });
  });

  it('takes a co-leader in recovery only after the weeks that the program asks for', async () => {
    const clinic = createGroupClinic();
    const definition = (abstinentSince?: string) => ({
      ...EVENING,
      coLeaderAbstinentWeeks: 8,
      coLeader: { name: 'ana', ...(abstinentSince ? { abstinentSince } : {}) },
    });
    expect(await clinic.refusedGroup({ type: 'DefineGroup', definition: definition() })).toBe(
      'co-leader-not-ready',
    );
    expect(await clinic.refusedGroup({ type: 'DefineGroup', definition: definition('2025-11-11') })).toBe(
      'co-leader-not-ready',
    );
    await clinic.mustGroup({ type: 'DefineGroup', definition: definition('2025-11-10') });
    expect(await clinic.refusedGroup({ type: 'DefineGroup', definition: definition('2025-11-10') })).toBe(
      'group-exists',
    );
  });

  it.each([
    ['the leader', { place: 'room 9' }, 'kim is taken on 2026-01-05 at 18:00'],
    ['the room', { leader: 'lee' }, 'room room 2 is taken'],
  ])('does not take %s whom another one has then', async (_, more, message) => {
    const clinic = await opened();
    const definition = {
      ...EVENING,
      times: [{ rule: 'FREQ=WEEKLY;BYDAY=MO', start: '19:00', minutes: 60 }],
      ...more,
    };
    const outcome = await clinic.group({ type: 'DefineGroup', group: 'late', definition });
    expect(outcome).toMatchObject({ accepted: false, refusal: { code: 'double-booked' } });
    expect(!outcome.accepted && outcome.refusal.message).toContain(message);
    const after = [{ rule: 'FREQ=WEEKLY;BYDAY=MO', start: '19:30', minutes: 60 }];
    await clinic.mustGroup({
      type: 'DefineGroup',
      group: 'late',
      definition: { ...definition, times: after },
    });
    const earlier = {
      type: 'MoveMeeting',
      group: 'late',
      meeting: '2026-01-12T19:30',
      start: '19:00',
      reason: 'x',
    } as const;
    expect(await clinic.refusedGroup(earlier)).toBe('double-booked');
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-12T18:00', reason: 'x' });
    await clinic.mustGroup(earlier);
  });

  it('is not joined by a patient whom another group has then', async () => {
    const clinic = await opened();
    await clinic.fill(['e-1']);
    const definition = { ...EVENING, leader: 'lee', place: 'room 3' };
    await clinic.mustGroup({ type: 'DefineGroup', group: 'other', definition });
    expect(await clinic.refusedGroup({ type: 'JoinGroup', group: 'other', episode: 'e-1' })).toBe(
      'double-booked',
    );
    await clinic.mustGroup({ type: 'LeaveGroup', episode: 'e-1' });
    await clinic.mustGroup({ type: 'JoinGroup', group: 'other', episode: 'e-1' });
    expect((await clinic.engine.groups.list({ episode: 'e-1', site: 'north' })).map(({ id }) => id)).toEqual([
      'other',
    ]);
  });

  it('is told by its stream alone: the log verifies, and another engine on it says the same', async () => {
    const clinic = await opened();
    await clinic.fill(['e-1']);
    const other = createGroupClinic(clinic.store);
    expect(await other.engine.groups.status('evening')).toEqual(await clinic.engine.groups.status('evening'));
    expect(await clinic.store.verify()).toMatchObject({ ok: true, episodes: 1 });
    expect(await clinic.refusedGroup({ type: 'EndGroup', group: 'none', from: '2026-01-09' })).toBe(
      'unknown-group',
    );
    await expect(clinic.engine.groups.status('none')).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      clinic.mustGroup({ type: 'EndGroup', from: '2026-01-09', expectedVersion: 1 }),
    ).rejects.toMatchObject({
      code: 'version-conflict',
    });
    await expect(clinic.mustGroup({ type: 'EndGroup', from: 'soon' })).rejects.toMatchObject({
      code: 'invalid-command',
    });
  });
});
