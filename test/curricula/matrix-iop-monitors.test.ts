import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../src/curriculum/calendar-date.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import type { EpisodeContext } from '../../src/program/episode-context.ts';
import type { Fact } from '../../src/program/episode-event.ts';
import { contextOf } from '../generators/context-of.ts';
import { readCurriculum } from './read-curriculum.ts';

const plan = compilePlan(readCurriculum('matrix-iop'));
const by = 'counselor-1';

describe('the monitors of the Matrix Model', () => {
  it('look for a patient of whom nobody records anything after one, two and three weeks', () => {
    expect(standing([], '2026-01-12').attendance).toBe('regular');
    expect(standing([], '2026-01-13')).toMatchObject({
      attendance: 'outreach',
      tasks: expect.arrayContaining(['attendance/outreach/call-patient due 2026-01-14']),
    });
    expect(standing([], '2026-01-20').attendance).toBe('at-risk');
    expect(standing([], '2026-01-27').attendance).toBe('discharge-due');
    expect(standing([], '2026-03-31').ended).toBe(false);
  });

  it('call after an evening with both groups missed, and are at ease when the patient comes again', () => {
    const missed = [
      ...oriented(),
      meeting('2026-01-09', 'early-recovery-skills', 2, 'absent'),
      meeting('2026-01-09', 'relapse-prevention', 2, 'absent'),
    ];
    expect(standing(missed, '2026-01-10').attendance).toBe('outreach');
    const back = [...missed, meeting('2026-01-12', 'early-recovery-skills', 3, 'attended')];
    expect(standing(back, '2026-01-12')).toMatchObject({
      attendance: 'regular',
      tasks: ['abstinence/unconfirmed/test due 2026-01-12'],
    });
  });

  it('wait for a patient who is reached every week but does not come, for five weeks and no longer', () => {
    const absences = ['2026-01-09', '2026-01-12', '2026-01-16', '2026-01-19'].map(absentAt);
    const calls = ['2026-01-14', '2026-01-21', '2026-01-28', '2026-02-04', '2026-02-09'].map(
      (on): Fact => ({ type: 'ContactRecorded', on, by, reached: true }),
    );
    const facts = [...oriented(), ...absences, ...calls];
    expect(standing(facts, '2026-02-09').attendance).toBe('at-risk');
    expect(standing(facts, '2026-02-10').attendance).toBe('discharge-due');
  });

  it('take a positive test at admission for no lapse, and a second one for one', () => {
    expect(standing([tested('2026-01-06', 'positive')], '2026-01-06').abstinence).toBe('unconfirmed');
    expect(
      standing([tested('2026-01-06', 'positive'), tested('2026-01-10', 'positive')], '2026-01-10').abstinence,
    ).toBe('lapse');
  });

  it('ask for a relapse analysis within three days of a lapse, and for a plan when use goes on', () => {
    const lapsed = [tested('2026-01-06', 'negative'), tested('2026-01-12', 'positive')];
    expect(standing(lapsed, '2026-01-12')).toMatchObject({
      abstinence: 'lapse',
      tasks: expect.arrayContaining(['abstinence/lapse/relapse-analysis due 2026-01-15']),
    });
    const honest: Fact[] = [...lapsed, { type: 'UseReported', on: '2026-01-13', by }];
    expect(standing(honest, '2026-01-13').abstinence).toBe('lapse');
    const more = [...honest, tested('2026-01-16', 'positive')];
    expect(standing(more, '2026-01-16')).toMatchObject({
      abstinence: 'relapse',
      tasks: expect.arrayContaining(['abstinence/relapse/consider-return due 2026-01-19']),
      ended: false,
    });
  });

  it('call a patient abstinent again after three negative tests in a row', () => {
    const lapsed = [tested('2026-01-06', 'negative'), tested('2026-01-12', 'positive')];
    const once = [...lapsed, tested('2026-01-15', 'negative')];
    expect(standing(once, '2026-01-15').abstinence).toBe('restabilizing');
    expect(standing([...once, tested('2026-01-17', 'positive')], '2026-01-17').abstinence).toBe('lapse');
    const thrice = [...once, tested('2026-01-19', 'negative'), tested('2026-01-21', 'negative')];
    expect(standing(thrice, '2026-01-21').abstinence).toBe('abstinent');
  });

  it('take a missed test for a question, not for use', () => {
    const missed = [tested('2026-01-06', 'negative'), tested('2026-01-12', 'missed')];
    expect(standing(missed, '2026-01-12')).toMatchObject({
      abstinence: 'unconfirmed',
      tasks: expect.arrayContaining(['abstinence/unconfirmed/test due 2026-01-19']),
    });
  });

  it('count a relapse prevention group that was left after its first hour, and not before', () => {
    const track = plan.tracks.find(({ id }) => id === 'relapse-prevention')!;
    const attended = (minutes: number) => {
      const fact: Fact = { ...meeting('2026-01-05', track.id, 1, 'left-early'), minutes } as Fact;
      return told([...oriented(), fact], '2026-01-06').counters[track.counters.attended];
    };
    expect([attended(59), attended(60)]).toEqual([0, 1]);
  });
});

function oriented(): Fact[] {
  return [
    meeting('2026-01-05', 'individual-conjoint', 1, 'attended'),
    { type: 'SignedOff', on: '2026-01-05', by, role: 'counselor', subject: 'service-agreement' },
    { type: 'PhaseAdvanced', on: '2026-01-05', by, to: 'early-recovery' },
  ];
}

function meeting(
  on: string,
  track: string,
  session: number,
  status: 'attended' | 'absent' | 'left-early',
): Fact {
  return { type: 'AttendanceRecorded', on, by, track, session, status };
}

function absentAt(on: string): Fact {
  return meeting(on, 'relapse-prevention', 2, 'absent');
}

function tested(on: string, result: 'negative' | 'positive' | 'missed'): Fact {
  return { type: 'DrugTestRecorded', on, by, result };
}

function told(facts: readonly Fact[], asOf: string): EpisodeContext {
  return contextOf(plan, facts, asOf);
}

/** The states of the monitors, the open tasks and whether the episode has ended, as of the beginning of a day. */
function standing(facts: readonly Fact[], asOf: string) {
  const context = told(facts, asOf);
  const state = (id: string) => {
    const m = plan.monitors.findIndex((monitor) => monitor.id === id);
    return plan.monitors[m]?.states[context.monitors[m] ?? 0]?.id;
  };
  return {
    attendance: state('attendance'),
    abstinence: state('abstinence'),
    tasks: context.tasks.map((task) => `${task.id} due ${fromDayNumber(task.raisedOn + task.days)}`),
    ended: context.ended !== null,
  };
}
