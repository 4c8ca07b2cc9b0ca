import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { createGroupClinic, EVENING, type GroupClinic } from './group-clinic.ts';

const SKILLS = {
  ...EVENING,
  title: 'Early recovery skills, evenings',
  times: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,FR', start: '17:00', minutes: 50 }],
  topics: Array.from({ length: 8 }, (_, i) => `Skill ${i + 1}`),
  credits: [{ curriculum: 'matrix-iop', track: 'early-recovery-skills' }],
  place: 'room 1',
  leader: 'ann',
};

/** The meetings of a track in a patient's own calendar on some days. */
async function agenda(clinic: GroupClinic, track = 'relapse-prevention', from = clinic.today, days = 12) {
  const entries = await clinic.engine.agenda('e-1', { from, days });
  return entries.filter((e) => e.track === track).map((e) => `${e.date} ${e.start} ${e.session}`);
}

async function opened(first = 1) {
  const clinic = createGroupClinic();
  await clinic.mustGroup({ type: 'DefineGroup', definition: { ...EVENING, firstTopic: first } });
  await clinic.fill(['e-1']);
  return clinic;
}

describe("a patient's own calendar", () => {
  it('has the topics of the group that he joins, whatever his admission would give', async () => {
    const clinic = await opened(30);
    const meetings = await clinic.engine.groups.meetings({ from: '2026-01-05', to: '2026-01-16' });
    const topics = meetings.map(({ date, topic }) => `${date} ${topic}`);
    expect(topics).toEqual(['2026-01-05 30', '2026-01-09 31', '2026-01-12 32', '2026-01-16 1']);
    const own = await agenda(clinic);
    expect(own.map((text) => text.replace(/ \d\d:\d\d/, ''))).toEqual(topics);
  });

  it('does not expect a meeting that the group cancels, and nothing is missed or undocumented by it', async () => {
    const clinic = await opened();
    const before = await agenda(clinic);
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'snow' });
    expect(await agenda(clinic)).toEqual(before.filter((text) => !text.startsWith('2026-01-09')));
    clinic.on('2026-01-12');
    const { meetings } = await clinic.engine.exportEpisode('e-1');
    const noted = meetings.filter(({ track }) => track === 'relapse-prevention');
    expect(noted.map(({ on, outcome }) => [on, outcome])).toEqual([['2026-01-05', 'unrecorded']]);
    const owed = await clinic.engine.groups.owed('e-1');
    expect(
      owed.filter(({ track }) => track === 'relapse-prevention').map(({ session }) => session),
    ).not.toContain(2);
  });

  it('expects a moved meeting where it is held, with its topic, and takes the roster of that day', async () => {
    const clinic = await opened();
    const move = { type: 'MoveMeeting', meeting: '2026-01-09T18:00', reason: 'leader away' } as const;
    await clinic.mustGroup({ ...move, date: '2026-01-07', start: '16:00' });
    expect((await agenda(clinic)).slice(0, 3)).toEqual([
      expect.stringContaining('2026-01-05'),
      '2026-01-07 16:00 2',
      expect.stringContaining('2026-01-12'),
    ]);
    clinic.on('2026-01-07');
    await clinic.mustGroup({ type: 'RecordRoster', meeting: '2026-01-09T18:00', others: 'attended' });
    clinic.on('2026-01-12');
    const { meetings } = await clinic.engine.exportEpisode('e-1');
    const noted = meetings.filter(({ track }) => track === 'relapse-prevention');
    expect(noted.map(({ on, session, outcome }) => [on, session, outcome])).toEqual([
      ['2026-01-05', 1, 'unrecorded'],
      ['2026-01-07', 2, 'attended'],
    ]);
  });

  it('has a meeting again that is held after all', async () => {
    const clinic = await opened();
    const before = await agenda(clinic);
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'snow' });
    await clinic.mustGroup({ type: 'RestoreMeeting', meeting: '2026-01-09T18:00' });
    expect(await agenda(clinic)).toEqual(before);
    const move = { type: 'MoveMeeting', meeting: '2026-01-09T18:00', reason: 'x' } as const;
    await clinic.mustGroup({ ...move, date: '2026-01-08' });
    await clinic.mustGroup({ ...move, date: '2026-01-10' });
    expect((await agenda(clinic))[1]).toBe('2026-01-10 18:00 2');
  });

  it('knows when one joins what was cancelled before, and what is cancelled too late to matter', async () => {
    const clinic = createGroupClinic();
    await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'snow' });
    await clinic.fill(['e-1']);
    expect((await agenda(clinic)).some((text) => text.startsWith('2026-01-09'))).toBe(false);
    clinic.on('2026-01-14');
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-12T18:00', reason: 'nobody came' });
    const { meetings } = await clinic.engine.exportEpisode('e-1');
    const noted = meetings.filter(({ track }) => track === 'relapse-prevention');
    expect(noted.map(({ on }) => on)).toEqual(['2026-01-05']);
  });

  it('is told from his own record alone, and a change is voided like any fact', async () => {
    const clinic = await opened();
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'snow' });
    const changed = (await clinic.engine.history('e-1')).at(-1);
    expect(changed?.event).toMatchObject({
      ...{ type: 'MeetingChanged', track: 'relapse-prevention', date: '2026-01-09' },
      ...{ start: '18:00', reason: 'snow' },
    });
    const told = await agenda(clinic);
    await clinic.store.deleteSnapshots();
    expect(await agenda(createGroupClinic(clinic.store))).toEqual(told);
    await clinic.must({ type: 'Void', episode: 'e-1', fact: changed!.version, reason: 'it was held' });
    expect(await agenda(clinic)).toHaveLength(told.length + 1);
  });

  it('keeps the next session of a fixed order for the next meeting', async () => {
    const clinic = createGroupClinic();
    await clinic.mustGroup({ type: 'DefineGroup', definition: SKILLS });
    await clinic.fill(['e-1']);
    const before = await agenda(clinic, 'early-recovery-skills');
    const second = before[1]!.slice(0, 10);
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: `${second}T17:00`, reason: 'snow' });
    clinic.on(addDays(second, 1));
    const after = await agenda(clinic, 'early-recovery-skills');
    expect(after[0]?.at(-1)).toBe(before[1]?.at(-1));
  });

  it('is refused what it cannot be', async () => {
    const clinic = await opened();
    const change = { type: 'ChangeMeeting', episode: 'e-1', track: 'relapse-prevention' } as const;
    expect(await clinic.refused({ ...change, date: '2026-01-04' })).toBe('dates-contradict');
    expect(await clinic.refused({ ...change, date: '2026-01-09', track: 'x' })).toBe('unknown-track');
    expect(await clinic.refused({ ...change, date: '2026-01-08' })).toBe('no-meeting');
    const fact = await clinic.must({ ...change, date: '2026-01-09' });
    expect(await clinic.refused({ ...change, date: '2026-01-09' })).toBe('already-recorded');
    const amended = { type: 'Amend', episode: 'e-1', fact, reason: 'mistyped' } as const;
    expect(await clinic.refused({ ...amended, change: { track: 'x' } })).toBe('unknown-track');
    await clinic.must({ ...amended, change: { date: '2026-01-12' } });
    const cycle = { type: 'FollowCycle', episode: 'e-1', cycleStart: '2026-01-05' } as const;
    expect(await clinic.refused({ ...cycle, track: 'early-recovery-skills' })).toBe('invalid-change');
  });
});
