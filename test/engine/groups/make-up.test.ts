import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGroupClinic, EVENING } from './group-clinic.ts';

/** An evening group, a morning group a few topics ahead of it, and a patient of the evening who missed topic 1. */
async function opened() {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
  const morning = {
    ...EVENING,
    times: [{ rule: 'FREQ=WEEKLY;BYDAY=TU,TH', start: '10:00', minutes: 90 }],
    firstTopic: 30,
    leader: 'lee',
    capacity: 1,
  };
  await clinic.mustGroup({ type: 'DefineGroup', group: 'morning', definition: morning });
  await clinic.fill(['e-1']);
  await clinic.mustGroup({ type: 'RecordRoster', meeting: '2026-01-05T18:00', others: 'absent' });
  return clinic;
}

describe('a session that is owed', () => {
  it('is shown with the coming meetings that would satisfy it, and one of them is booked and made up', async () => {
    const clinic = await opened();
    clinic.on('2026-01-06');
    const all = await clinic.engine.groups.owed('e-1');
    const owed = all.find(({ track }) => track === 'relapse-prevention');
    expect(owed).toMatchObject({ track: 'relapse-prevention', session: 1, missedOn: '2026-01-05' });
    expect(
      owed?.meetings.map(({ group, date, expected, placesFree }) => [group, date, expected, placesFree]),
    ).toEqual([['morning', '2026-01-15', false, 1]]);
    const meeting = '2026-01-15T10:00';
    const book = { type: 'BookMakeUp', group: 'morning', episode: 'e-1', meeting } as const;
    expect(await clinic.refusedGroup({ ...book, meeting: '2026-01-13T10:00' })).toBe('nothing-owed');
    await clinic.mustGroup(book);
    expect(await clinic.refusedGroup(book)).toBe('already-booked');
    await clinic.mustGroup({ ...book, type: 'CancelBooking' });
    expect(await clinic.refusedGroup({ ...book, type: 'CancelBooking' })).toBe('not-booked');
    await clinic.mustGroup(book);
    clinic.on('2026-01-15');
    const { rows } = await clinic.mustGroup({
      type: 'RecordRoster',
      group: 'morning',
      meeting,
      others: 'attended',
    });
    expect(rows).toMatchObject([{ episode: 'e-1', session: 1, makeUp: true }]);
    const track = (await clinic.engine.status('e-1')).tracks.find(({ id }) => id === 'relapse-prevention');
    expect(track?.done).toEqual([1]);
    expect(track?.owed).not.toContain(1);
  });

  it('is booked only where there is a place', async () => {
    const clinic = await opened();
    clinic.on('2026-01-06');
    await clinic.must({ type: 'Admit', episode: 'e-2', patient: 'p-2', curriculum: 'matrix-iop' });
    await clinic.mustGroup({ type: 'JoinGroup', group: 'morning', episode: 'e-2' });
    const book = {
      type: 'BookMakeUp',
      group: 'morning',
      episode: 'e-1',
      meeting: '2026-01-15T10:00',
    } as const;
    expect(await clinic.refusedGroup(book)).toBe('group-full');
  });
});

describe('the coverage of rolling groups', () => {
  it('says when each session is met, and which start needs the fewest make-ups', async () => {
    const clinic = createGroupClinic();
    await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
    const open = await clinic.engine.groups.coverage('matrix-iop', { days: 7 });
    const track = open.first.tracks.find((t) => t.track === 'relapse-prevention');
    expect(track).toMatchObject({ makeUps: 0 });
    expect(track?.sessions[1]?.on).toEqual(['2026-01-09']);
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'snow' });
    const closed = await clinic.engine.groups.coverage('matrix-iop', { days: 14 });
    const lacking = (start: { tracks: readonly { track: string; makeUps: number }[] }) =>
      start.tracks.find((t) => t.track === 'relapse-prevention')?.makeUps;
    expect(lacking(closed.first)).toBe(1);
    expect(lacking(closed.best)).toBe(0);
    expect(closed.best.start).toBe('2026-01-10');
  });

  it('never needs fewer make-ups when more is cancelled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 }), async (numbers) => {
        const clinic = createGroupClinic();
        await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
        const meetings = await clinic.engine.groups.meetings({ from: '2026-01-05', to: '2026-04-30' });
        expect(meetings).toHaveLength(33);
        let before = (await clinic.engine.groups.coverage('matrix-iop', { days: 20 })).starts;
        for (const n of new Set(numbers)) {
          const { meeting } = meetings[n]!;
          await clinic.mustGroup({ type: 'CancelMeeting', meeting, reason: 'x' });
          const { starts, best } = await clinic.engine.groups.coverage('matrix-iop', { days: 20 });
          starts.forEach(({ makeUps }, i) => {
            expect(makeUps).toBeGreaterThanOrEqual(before[i]!.makeUps);
            expect(best.makeUps).toBeLessThanOrEqual(makeUps);
          });
          before = starts;
        }
      }),
      { numRuns: 10 },
    );
  });
});
