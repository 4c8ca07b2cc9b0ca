import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { emptyGroup, tellGroup } from '../../../src/engine/groups/group-state.ts';
import { meetingsOf } from '../../../src/engine/groups/meetings-of.ts';
import { createGroupClinic, EVENING } from './group-clinic.ts';

async function opened(more: Partial<typeof EVENING> = {}) {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', definition: { ...EVENING, ...more } });
  const topics = async (from: string, to: string) =>
    (await clinic.engine.groups.meetings({ group: 'evening', from, to })).map(
      ({ date, topic, status }) => `${date.slice(5)} ${topic} ${status}`,
    );
  return Object.assign(clinic, { topics });
}

describe('the meetings of a group', () => {
  it('take their topics from the calendar, for everybody alike, over the end of the cycle', async () => {
    const clinic = await opened({ topics: ['a', 'b', 'c'], firstTopic: 2, credits: [EVENING.credits[0]!] });
    expect(await clinic.topics('2026-01-01', '2026-01-19')).toEqual([
      '01-05 2 planned',
      '01-09 3 planned',
      '01-12 1 planned',
      '01-16 2 planned',
      '01-19 3 planned',
    ]);
    expect(await clinic.topics('2026-01-16', '2026-01-16')).toEqual(['01-16 2 planned']);
  });

  it('are cancelled, restored and moved without another one getting another topic', async () => {
    const clinic = await opened();
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'snow' });
    await clinic.mustGroup({
      type: 'MoveMeeting',
      meeting: '2026-01-12T18:00',
      date: '2026-01-13',
      start: '17:30',
      reason: 'painters',
    });
    expect(await clinic.topics('2026-01-05', '2026-01-16')).toEqual([
      '01-05 1 planned',
      '01-09 2 cancelled',
      '01-13 3 moved',
      '01-16 4 planned',
    ]);
    expect(
      await clinic.refusedGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'again' }),
    ).toBe('meeting-cancelled');
    await clinic.mustGroup({ type: 'RestoreMeeting', meeting: '2026-01-09T18:00' });
    await clinic.mustGroup({ type: 'SetTopic', meeting: '2026-01-09T18:00', topic: 9 });
    expect(await clinic.topics('2026-01-09', '2026-01-12')).toEqual(['01-09 9 planned']);
    expect(await clinic.refusedGroup({ type: 'RestoreMeeting', meeting: '2026-01-16T18:00' })).toBe(
      'dates-contradict',
    );
    expect(
      await clinic.refusedGroup({ type: 'CancelMeeting', meeting: '2026-01-08T18:00', reason: 'x' }),
    ).toBe('unknown-meeting');
    expect(await clinic.refusedGroup({ type: 'SetTopic', meeting: '2026-01-16T18:00', topic: 33 })).toBe(
      'unknown-topic',
    );
    expect(await clinic.refusedGroup({ type: 'MoveMeeting', meeting: '2026-01-16T18:00', reason: 'x' })).toBe(
      'dates-contradict',
    );
  });

  it('hold a cancelled topic next where the group says so', async () => {
    const clinic = await opened({ afterCancellation: 'shift' });
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'snow' });
    expect(await clinic.topics('2026-01-05', '2026-01-16')).toEqual([
      '01-05 1 planned',
      '01-09 null cancelled',
      '01-12 2 planned',
      '01-16 3 planned',
    ]);
  });

  it('keep the topic with which they were held, whatever is cancelled before them later', async () => {
    const clinic = await opened({ afterCancellation: 'shift' });
    await clinic.fill(['e-1']);
    clinic.on('2026-01-12');
    await clinic.mustGroup({ type: 'RecordRoster', meeting: '2026-01-12T18:00', others: 'attended' });
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'told late' });
    expect(await clinic.topics('2026-01-05', '2026-01-16')).toEqual([
      '01-05 1 planned',
      '01-09 null cancelled',
      '01-12 3 held',
      '01-16 4 planned',
    ]);
    expect(
      await clinic.refusedGroup({ type: 'CancelMeeting', meeting: '2026-01-12T18:00', reason: 'x' }),
    ).toBe('meeting-held');
  });

  it('fall on the days on which the site is open, and a closure can be taken back', async () => {
    const clinic = await opened();
    const days = { site: 'north', from: '2026-01-09', to: '2026-01-12' };
    await clinic.mustGroup({ type: 'CloseSite', ...days, reason: 'holiday' });
    expect(await clinic.topics('2026-01-05', '2026-01-16')).toEqual([
      '01-05 1 planned',
      '01-09 2 cancelled',
      '01-12 3 cancelled',
      '01-16 4 planned',
    ]);
    const move = {
      type: 'MoveMeeting',
      meeting: '2026-01-16T18:00',
      date: '2026-01-10',
      reason: 'x',
    } as const;
    expect(await clinic.refusedGroup(move)).toBe('meeting-cancelled');
    await clinic.mustGroup({ type: 'ReopenSite', ...days });
    expect(await clinic.topics('2026-01-09', '2026-01-09')).toEqual(['01-09 2 planned']);
    expect(await clinic.refusedGroup({ type: 'ReopenSite', ...days })).toBe('no-such-closure');
  });

  it('change their times from a day on, never before what was held, and go on with the next topic', async () => {
    const clinic = await opened();
    await clinic.fill(['e-1']);
    await clinic.mustGroup({ type: 'RecordRoster', meeting: '2026-01-05T18:00', others: 'attended' });
    const change = { times: [{ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '10:00', minutes: 60 }], leader: 'lee' };
    expect(await clinic.refusedGroup({ type: 'ChangeGroup', from: '2026-01-05', change })).toBe(
      'before-what-was-held',
    );
    await clinic.mustGroup({ type: 'ChangeGroup', from: '2026-01-10', change });
    expect(await clinic.topics('2026-01-05', '2026-01-20')).toEqual([
      '01-05 1 held',
      '01-09 2 planned',
      '01-13 3 planned',
      '01-20 4 planned',
    ]);
    await clinic.mustGroup({ type: 'EndGroup', from: '2026-01-14' });
    expect(await clinic.topics('2026-01-13', '2026-02-20')).toEqual(['01-13 3 planned']);
    expect(await clinic.refusedGroup({ type: 'JoinGroup', episode: 'e-1', from: '2026-01-15' })).toBe(
      'group-ended',
    );
  });

  it.each([
    ['America/New_York', '2026-03-06', '2026-03-09', 23, 22],
    ['Europe/Berlin', '2026-03-27', '2026-03-30', 17, 16],
    ['Australia/Lord_Howe', '2026-04-03', '2026-04-06', 7, 7.5],
    ['Asia/Tokyo', '2026-03-06', '2026-03-09', 9, 9],
  ])('stay at the hour that the clocks of %s show when these change', (timeZone, before, after, a, b) => {
    const group = { ...EVENING, timeZone };
    const state = tellGroup(emptyGroup('g'), { type: 'GroupDefined', on: '2026-01-01', by: 'kim', group });
    const hours = meetingsOf(state, before, after).map(({ date, start, startsAt }) => [
      date,
      start,
      (startsAt / 3_600_000) % 24,
    ]);
    expect(hours).toEqual([
      [before, '18:00', a],
      [after, '18:00', b],
    ]);
  });

  it('are the same whichever part of the calendar is asked for', () => {
    const day = fc.integer({ min: 0, max: 120 });
    const change = fc.record({
      n: fc.nat({ max: 20 }),
      to: fc.integer({ min: -6, max: 9 }),
      shift: fc.boolean(),
    });
    fc.assert(
      fc.property(day, day, fc.array(change, { maxLength: 6 }), fc.boolean(), (a, b, changes, shift) => {
        const group = { ...EVENING, afterCancellation: shift ? ('shift' as const) : ('skip' as const) };
        const about = { on: '2026-01-05', by: 'kim' };
        let state = tellGroup(emptyGroup('g'), { type: 'GroupDefined', ...about, group });
        const all = () => meetingsOf(state, '2025-12-01', '2026-06-30');
        for (const { n, to, shift: move } of changes) {
          const { meeting } = all()[n]!;
          const date = addDays(meeting.slice(0, 10), to);
          state = tellGroup(
            state,
            move
              ? { type: 'MeetingMoved', ...about, meeting, date, reason: 'x' }
              : { type: 'MeetingCancelled', ...about, meeting, reason: 'x' },
          );
        }
        const [from, until] = [addDays('2026-01-01', a), addDays('2026-01-01', b)];
        const wanted = all().filter(({ date }) => date >= from && date <= until);
        expect(meetingsOf(state, from, until)).toEqual(wanted);
      }),
    );
  });
});
