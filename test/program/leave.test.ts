import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import type { Fold } from '../../src/program/fold.ts';
import type { Plan } from '../../src/program/plan.ts';
import { readState } from '../../src/program/read-state.ts';
import { SMALL_PLAN, smallCurriculum } from '../generators/small-curriculum.ts';
import { type Loose, stand } from '../generators/small-patient.ts';

const monitors = (fold: Fold, plan: Plan = SMALL_PLAN) => readState(plan, fold.snapshot.value).monitors;
const regions = ({ snapshot }: Fold) =>
  (snapshot.value as { active: Record<string, object> }).active[SMALL_PLAN.levelOfCare.key];
const moves = (fold: Fold, id: string) =>
  fold.journal
    .filter((e) => e.kind === 'monitor' && e.id === id)
    .map((e) => [fromDayNumber(e.day), e.to, e.fact]);
const absent = (on: string): Loose => ({
  type: 'AttendanceRecorded',
  on,
  track: 'individual',
  session: 1,
  status: 'absent',
});
const present = (on: string, session = 1): Loose => ({ ...absent(on), session, status: 'attended' });
const use = (on: string): Loose => ({ type: 'UseReported', on });

describe('a leave', () => {
  const started: Loose = { type: 'LeaveStarted', on: '2026-01-16' };
  const ended: Loose = { type: 'LeaveEnded', on: '2026-01-26' };
  const before = [absent('2026-01-06'), absent('2026-01-13'), use('2026-01-14')];

  it('returns to the state it left: phase, tracks and monitors', () => {
    const there = stand('2026-01-16', before);
    const away = stand('2026-01-20', [...before, started]);
    const back = stand('2026-01-26', [...before, started, ended]);
    expect(regions(away)).toMatchObject({ phase: { 'on-leave': 'orientation' } });
    expect(back.snapshot.value).toEqual(there.snapshot.value);
    expect(monitors(back)).toEqual({ attendance: 'outreach', abstinence: 'lapse' });
  });

  it('holds the program deadlines for as long as it lasts: ten days of outreach end on 2 February', () => {
    const facts = [...before, started, ended];
    expect(monitors(stand('2026-02-01', facts))?.['attendance']).toBe('outreach');
    expect(monitors(stand('2026-02-02', facts))?.['attendance']).toBe('discharge-due');
    expect(monitors(stand('2026-01-23', before))?.['attendance']).toBe('discharge-due');
  });

  it('lets what runs on wall time go on: the monitor moves on its day, not at the return', () => {
    const wall = compilePlan(
      smallCurriculum((written) => {
        const [attendance] = written['monitors'] as {
          states: { id: string; transitions: { after?: { clock?: string } }[] }[];
        }[];
        for (const state of attendance!.states)
          for (const { after } of state.transitions ?? []) if (after) after.clock = 'wall';
      }),
    );
    const facts = [...before, started];
    expect(moves(stand('2026-01-24', facts, wall), 'attendance')).toEqual([
      ['2026-01-13', 'outreach', 0],
      ['2026-01-23', 'discharge-due', 0],
    ]);
    expect(stand('2026-01-24', facts, wall).snapshot.context.leaves).toMatchObject([{ to: null }]);
  });

  it('does not keep a monitor from hearing of use on the day on which it is reported', () => {
    const away = stand('2026-01-20', [absent('2026-01-06'), started, use('2026-01-18')]);
    expect(monitors(away)?.['abstinence']).toBe('lapse');
  });

  it('keeps an advance that turned out to lie in it, for review, or withdraws it, as the program says', () => {
    const late: Loose[] = [
      present('2026-01-06'),
      { type: 'LeaveStarted', on: '2026-01-08' },
      { type: 'PhaseAdvanced', on: '2026-01-12', to: 'early-recovery' },
    ];
    const policy = (advance: string) =>
      compilePlan(
        smallCurriculum((written) => {
          written['policies'] = { ...(written['policies'] as object), corrections: { advance } };
        }),
      );
    const stands = stand('2026-01-13', late, policy('stands'));
    expect(regions(stands)).toMatchObject({ phase: { 'on-leave': 'early-recovery' } });
    expect(stands.snapshot.context.flags).toMatchObject([{ code: 'advance-on-leave', fact: 4 }]);
    const back = stand('2026-01-14', [...late, { ...ended, on: '2026-01-14' }], policy('stands'));
    expect(regions(back)).toMatchObject({ phase: { present: 'early-recovery' } });
    const withdrawn = stand('2026-01-13', late, policy('withdrawn'));
    expect(regions(withdrawn)).toMatchObject({ phase: { 'on-leave': 'orientation' } });
    expect(withdrawn.snapshot.context.flags).toMatchObject([{ code: 'advance-withdrawn', fact: 4 }]);
  });

  it('neither misses nor owes the meetings in it', () => {
    const away = stand('2026-02-20', [{ type: 'LeaveStarted', on: '2026-01-05' }]);
    expect(away.meetings).toEqual([]);
    const here = stand('2026-01-20', []);
    expect(here.meetings.map(({ day, outcome }) => [fromDayNumber(day), outcome])).toEqual([
      ['2026-01-06', 'unrecorded'],
    ]);
  });

  it('ends with a discharge', () => {
    const gone = stand('2026-01-20', [
      started,
      { type: 'Discharged', on: '2026-01-18', discharge: 'transferred' },
    ]);
    expect(gone.snapshot.value).toEqual({ discharged: 'transferred' });
    expect(gone.snapshot.context.leaves).toMatchObject([
      { from: toDayNumber('2026-01-16'), to: toDayNumber('2026-01-18') },
    ]);
  });
});
