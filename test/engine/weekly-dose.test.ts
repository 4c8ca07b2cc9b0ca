import { describe, expect, it } from 'vitest';
import { attend, doseClinic } from './dose-clinic.ts';

const HOLIDAY = { closures: [{ from: '2026-01-14', title: 'Holiday' }] };

async function dose(clinic: Awaited<ReturnType<typeof doseClinic>>) {
  const { dose } = await clinic.engine.status('e-1');
  if (dose === null) throw new Error('there is no dose');
  return dose;
}

describe('the dose of the present week', () => {
  it('is reachable, with the meetings that would satisfy it', async () => {
    const clinic = await doseClinic();
    await attend(clinic, [5]);
    const { rule, week } = await dose(clinic.on('2026-01-06'));
    expect(rule).toBe('300 minutes on 3 days a week');
    expect(week).toMatchObject({ outcome: 'reachable', minutes: 120, days: 1 });
    expect(week?.wouldSatisfy.map(({ date }) => date)).toEqual(['2026-01-07', '2026-01-09']);
    expect(week?.text).toBe(
      '120 minutes on 1 day; 2 more meetings: 2026-01-07 18:00 Group, 2026-01-09 18:00 Group',
    );
  });
  it('is met once minutes and days are, and not by minutes alone', async () => {
    const clinic = await doseClinic();
    await attend(clinic, [5, 7], { minutes: 180, status: 'left-early' });
    expect((await dose(clinic)).week).toMatchObject({ outcome: 'reachable', minutes: 360, days: 2 });
    await attend(clinic, [9]);
    expect((await dose(clinic)).week).toMatchObject({ outcome: 'met', minutes: 480, days: 3 });
  });
  it('can no longer be met after an absence, unless the record of it is missing', async () => {
    const missed = await doseClinic();
    await attend(missed, [5], { status: 'absent' });
    expect((await dose(missed.on('2026-01-06'))).week?.outcome).toBe('not-met');
    const silent = await doseClinic();
    const { week } = await dose(silent.on('2026-01-06'));
    expect(week).toMatchObject({
      outcome: 'unknown',
      daysUnrecorded: ['2026-01-05'],
      minutesUnrecorded: 120,
    });
  });
  it('is told from the minutes that a record states', async () => {
    const clinic = await doseClinic();
    await attend(clinic, [5, 7, 9], { status: 'left-early', minutes: 90 });
    expect((await dose(clinic)).week).toMatchObject({ outcome: 'not-met', minutes: 270, days: 3 });
  });
});

describe('the dose of the weeks before', () => {
  it('is met, not met, or unknown where records are missing, and a late record settles it', async () => {
    const clinic = await doseClinic();
    await attend(clinic, [5, 7, 9, 12, 14]);
    await attend(clinic, [16], { status: 'absent' });
    await attend(clinic, [19, 21]);
    clinic.on('2026-01-27');
    expect((await dose(clinic)).history.map(({ outcome }) => outcome)).toEqual(['unknown', 'not-met', 'met']);
    await attend(clinic, [23]);
    expect((await dose(clinic)).history.map(({ outcome }) => outcome)).toEqual(['met', 'not-met', 'met']);
  });
  it('is excused by a closure, and says which, but not where the rest was missed, too', async () => {
    const clinic = await doseClinic(HOLIDAY);
    await attend(clinic, [5, 7, 9, 12, 16]);
    const [last] = (await dose(clinic.on('2026-01-20'))).history;
    expect(last).toMatchObject({
      outcome: 'excused',
      because: ['closed on 2026-01-14: Holiday'],
      minutesLost: 120,
    });
    const absent = await doseClinic(HOLIDAY);
    await attend(absent, [5, 7, 9, 12]);
    await attend(absent, [16], { status: 'absent' });
    expect((await dose(absent.on('2026-01-20'))).history[0]?.outcome).toBe('not-met');
  });
  it('is unknown, and not excused, where a missing record could make it met', async () => {
    const clinic = await doseClinic({ ...HOLIDAY, dose: [{ minutesPerWeek: 240 }] });
    await attend(clinic, [5, 7, 9, 12]);
    expect((await dose(clinic.on('2026-01-20'))).history[0]?.outcome).toBe('unknown');
  });
  it('is excused by leave', async () => {
    const clinic = await doseClinic();
    await attend(clinic, [5, 7, 9, 12]);
    await clinic.on('2026-01-13').must({ type: 'StartLeave' });
    await clinic.on('2026-01-19').must({ type: 'EndLeave' });
    expect((await dose(clinic.on('2026-01-20'))).history[0]).toMatchObject({
      outcome: 'excused',
      because: ['on leave'],
    });
  });
  it('is excused in the first week by the days before admission, in the last by those after it', async () => {
    const clinic = await doseClinic({}, '2026-01-07');
    await attend(clinic, [7, 9, 12, 14]);
    await clinic.on('2026-01-15').must({ type: 'Discharge', discharge: 'other', reason: 'moved away' });
    const { week, history } = await dose(clinic.on('2026-01-20'));
    expect(week).toBeNull();
    expect(history.map(({ outcome, because }) => [outcome, ...because])).toEqual([
      ['excused', 'in treatment until 2026-01-15'],
      ['excused', 'in treatment here from 2026-01-07'],
    ]);
  });
});

describe('the week of a discharge', () => {
  it('does not ask for the meetings of that day from a patient who came to none of them', async () => {
    const clinic = await doseClinic();
    await attend(clinic, [5, 7, 9, 12]);
    await clinic.on('2026-01-14').must({ type: 'Discharge', discharge: 'other', reason: 'moved away' });
    const { history } = await dose(clinic.on('2026-01-20'));
    expect(history[0]).toMatchObject({
      outcome: 'excused',
      because: ['discharged on 2026-01-14', 'in treatment until 2026-01-14'],
    });
  });
});

describe('a closed day', () => {
  it('has no meeting: none is expected, none is unrecorded', async () => {
    const clinic = await doseClinic(HOLIDAY);
    await attend(clinic, [5, 7, 9, 12, 16]);
    const agenda = await clinic.engine.agenda('e-1', { from: '2026-01-16', days: 1 });
    expect(agenda).toHaveLength(1);
    clinic.on('2026-01-17');
    expect((await clinic.engine.status('e-1')).tracks[0]).toMatchObject({ unrecorded: 0, missed: 0 });
    clinic.on('2026-01-13');
    expect((await clinic.engine.agenda('e-1', { days: 3 })).map(({ date }) => date)).toEqual([]);
  });
});

describe('a criterion over weeks with the dose met', () => {
  const monitored = {
    monitors: [
      {
        id: 'dose',
        title: 'Dose',
        states: [
          {
            id: 'kept',
            title: 'Kept',
            transitions: [{ to: 'short', when: { type: 'dose-weeks', outcome: 'not-met', atLeast: 1 } }],
          },
          { id: 'short', title: 'Too little', lasting: true },
        ],
      },
    ],
    phases: [
      {
        id: 'treatment',
        title: 'Treatment',
        weeks: '1-8',
        exit: { type: 'dose-weeks', atLeast: 2 },
      },
      { id: 'done', title: 'Done', final: 'completed' },
    ],
  };
  it('holds when the weeks have ended, not before', async () => {
    const clinic = await doseClinic(monitored);
    await attend(clinic, [5, 7, 9, 12, 14, 16]);
    expect(await clinic.on('2026-01-18').refused({ type: 'Advance' })).toBe('gate-not-satisfied');
    await clinic.on('2026-01-19').must({ type: 'Advance' });
  });
  it('is unknown where records are missing, and says in how many weeks', async () => {
    const clinic = await doseClinic(monitored);
    await attend(clinic, [5, 7, 9, 12, 14]);
    const { gate } = await clinic.on('2026-01-19').engine.status('e-1');
    expect(gate?.explanation).toMatchObject({ truth: 'unknown' });
    expect(JSON.stringify(gate)).toContain('attendance records are missing in 1 week: 1 to 2 weeks');
  });
  it('moves a monitor on the Monday after a week that was not met, and back with a correction', async () => {
    const clinic = await doseClinic(monitored);
    await attend(clinic, [5, 7]);
    await attend(clinic, [9], { status: 'absent' });
    const state = async (day: string) => (await clinic.on(day).engine.status('e-1')).monitors[0]?.state;
    expect(await state('2026-01-11')).toBe('kept');
    expect(await state('2026-01-12')).toBe('short');
    await clinic.must({ type: 'Amend', fact: 4, change: { status: 'attended' }, reason: 'wrong patient' });
    expect(await state('2026-01-12')).toBe('kept');
  });
});
