import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import type { Fold } from '../../src/program/fold.ts';
import type { Plan } from '../../src/program/plan.ts';
import { readState } from '../../src/program/read-state.ts';
import { SMALL_PLAN, smallCurriculum } from '../generators/small-curriculum.ts';
import { type Loose, stand } from '../generators/small-patient.ts';

const monitors = (fold: Fold, plan: Plan = SMALL_PLAN) => readState(plan, fold.snapshot.value).monitors;
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

describe('a monitor', () => {
  it('moves once on a fact, though the next move is open already, and again with the next day', () => {
    const plan = compilePlan(
      smallCurriculum((written) => {
        const [, abstinence] = written['monitors'] as { states: { id: string; transitions: unknown[] }[] }[];
        const lapse = abstinence?.states.find(({ id }) => id === 'lapse');
        lapse!.transitions = [{ to: 'relapse', when: { type: 'evidence-of-use', atLeast: 1 } }];
      }),
    );
    expect(monitors(stand('2026-01-07', [use('2026-01-07')], plan), plan)?.['abstinence']).toBe('lapse');
    const later = stand('2026-01-20', [use('2026-01-07')], plan);
    expect(moves(later, 'abstinence')).toEqual([
      ['2026-01-07', 'lapse', 2],
      ['2026-01-08', 'relapse', 0],
    ]);
  });

  it('stays where a deadline brought it until something new is known, though the way back was open', () => {
    const excused = (on: string): Loose => ({ ...absent(on), status: 'excused' });
    const note: Loose = { type: 'NoteAdded', on: '2026-01-15', text: 'wrote a letter' };
    const silent = stand('2026-01-19', [excused('2026-01-06'), note]);
    expect(moves(silent, 'attendance')).toEqual([['2026-01-13', 'outreach', 0]]);
    const gone = stand('2026-02-01', [excused('2026-01-06'), note]);
    expect(moves(gone, 'attendance').at(-1)).toEqual(['2026-01-23', 'discharge-due', 0]);
    const back = stand('2026-01-19', [excused('2026-01-06'), present('2026-01-16')]);
    expect(moves(back, 'attendance').at(-1)).toEqual(['2026-01-16', 'regular', 3]);
  });

  it('says the same of a day whenever it is asked', () => {
    const facts = [absent('2026-01-06'), absent('2026-01-13'), use('2026-01-14')];
    const late = stand('2026-02-20', facts);
    for (const day of ['2026-01-07', '2026-01-15', '2026-01-30']) {
      const then = stand(
        day,
        facts.filter(({ on }) => on <= day),
      );
      expect(moves(then, 'attendance')).toEqual(
        moves(late, 'attendance').filter(([on]) => String(on) <= day),
      );
    }
  });

  it('reaches a deadline at the beginning of its day: the day before it has not come', () => {
    const reached = { day: '2026-01-13', before: '2026-01-12' };
    expect(monitors(stand(reached.before, []))?.['attendance']).toBe('regular');
    expect(monitors(stand(reached.day, []))?.['attendance']).toBe('outreach');
  });

  it('is at its deadline before what happens on that day, and has the whole day before free', () => {
    const contact = (on: string): Loose => ({ type: 'ContactRecorded', on, reached: true });
    expect(moves(stand('2026-01-14', [contact('2026-01-12')]), 'attendance')).toEqual([]);
    expect(moves(stand('2026-01-13', [contact('2026-01-13')]), 'attendance')).toEqual([
      ['2026-01-13', 'outreach', 0],
    ]);
  });

  it('raises its tasks with their day; they stay until they are done, or go with the state where the program says so', () => {
    const missed = [absent('2026-01-06'), absent('2026-01-12')];
    const returned = [...missed, present('2026-01-14')];
    const raised = stand('2026-01-12', missed).snapshot.context.tasks;
    expect(raised).toMatchObject([
      { id: 'attendance/outreach/call-patient', raisedOn: toDayNumber('2026-01-12'), days: 1 },
    ]);
    const back = stand('2026-01-14', returned);
    expect(monitors(back)?.['attendance']).toBe('regular');
    expect(back.snapshot.context.tasks).toEqual(raised);
    const done: Loose = { type: 'TaskCompleted', on: '2026-01-14', task: 'attendance/outreach/call-patient' };
    expect(stand('2026-01-14', [...returned, done]).snapshot.context.tasks).toEqual([]);
    const passing = compilePlan(
      smallCurriculum((written) => {
        const [attendance] = written['monitors'] as { states: { id: string; tasks?: object[] }[] }[];
        attendance!.states[1]!.tasks = [{ id: 'call-patient', title: 'Call', until: 'state' }];
      }),
    );
    expect(stand('2026-01-12', missed, passing).snapshot.context.tasks).toHaveLength(1);
    expect(stand('2026-01-14', returned, passing).snapshot.context.tasks).toEqual([]);
  });

  it('raises no task twice that is still open', () => {
    const again = [
      absent('2026-01-06'),
      absent('2026-01-12'),
      present('2026-01-14'),
      absent('2026-01-20'),
      absent('2026-01-22'),
    ];
    const { tasks } = stand('2026-01-22', again).snapshot.context;
    expect(tasks.filter(({ id }) => id === 'attendance/outreach/call-patient')).toHaveLength(1);
  });

  it('discharges by itself where the program says so, on the day of its deadline', () => {
    const gone = stand('2026-06-01', [absent('2026-01-06'), absent('2026-01-13')]);
    expect(moves(gone, 'attendance')).toEqual([
      ['2026-01-13', 'outreach', 0],
      ['2026-01-23', 'discharge-due', 0],
      ['2026-02-22', 'lost', 0],
    ]);
    expect(gone.snapshot.context.ended).toEqual({
      reason: 'dropped-out',
      on: toDayNumber('2026-02-22'),
      graduated: false,
    });
    expect(gone.snapshot.value).toEqual({ discharged: 'dropped-out' });
  });
});

describe('a return to an earlier phase', () => {
  const forward: Loose[] = [
    present('2026-01-06'),
    { type: 'PhaseAdvanced', on: '2026-01-06', to: 'early-recovery' },
    { type: 'GateOverridden', on: '2026-01-19', phase: 'early-recovery' },
    { type: 'PhaseAdvanced', on: '2026-01-19', to: 'relapse-prevention' },
    { type: 'ReturnedToPhase', on: '2026-01-26', to: 'early-recovery', reason: 'use' },
  ];
  const negative = (on: string): Loose => ({ type: 'DrugTestRecorded', on, result: 'negative' });
  const skills = (on: string): Loose => ({
    type: 'AttendanceRecorded',
    on,
    track: 'skills',
    session: 1,
    status: 'attended',
  });

  it('has the gate of a return, on what happened since', () => {
    const facts = [...forward, negative('2026-01-26'), skills('2026-01-26'), negative('2026-01-30')];
    const advance: Loose = { type: 'PhaseAdvanced', on: '2026-01-30', to: 'relapse-prevention' };
    const after = stand('2026-01-30', [...facts, advance]);
    expect(after.snapshot.context.flags).toEqual([]);
    expect(
      after.snapshot.context.stays.map(({ phase, returned }) => [SMALL_PLAN.phases[phase]?.id, returned]),
    ).toEqual([
      ['orientation', false],
      ['early-recovery', false],
      ['relapse-prevention', false],
      ['early-recovery', true],
      ['relapse-prevention', false],
    ]);
    const early = stand('2026-01-26', [
      ...forward,
      negative('2026-01-26'),
      { ...advance, on: '2026-01-26', at: '20:00' },
    ]);
    expect(early.snapshot.context.flags).toMatchObject([{ code: 'advance-without-gate' }]);
  });
});

describe('a decision whose facts have changed', () => {
  const unmet: Loose[] = [{ type: 'PhaseAdvanced', on: '2026-01-06', to: 'early-recovery' }];
  const policy = (corrections: object) =>
    compilePlan(
      smallCurriculum((written) => {
        written['policies'] = { ...(written['policies'] as object), corrections };
      }),
    );

  it('stands and is flagged where the program lets an advance stand', () => {
    const { snapshot } = stand('2026-01-06', unmet);
    expect(SMALL_PLAN.phases[snapshot.context.phase]?.id).toBe('early-recovery');
    expect(snapshot.context.flags).toMatchObject([{ code: 'advance-without-gate', fact: 2 }]);
  });

  it('is withdrawn and flagged where the program withdraws an advance', () => {
    const { snapshot } = stand('2026-01-06', unmet, policy({ advance: 'withdrawn' }));
    expect(snapshot.context.phase).toBe(0);
    expect(snapshot.context.flags).toMatchObject([{ code: 'advance-withdrawn', fact: 2 }]);
  });

  const ground: Loose = {
    type: 'Discharged',
    on: '2026-01-24',
    discharge: 'dropped-out',
    ground: 'attendance/discharge-due',
  };
  const missed = [absent('2026-01-06'), absent('2026-01-13')];

  it('keeps a discharge whose ground holds, without a flag', () => {
    const { snapshot } = stand('2026-01-24', [...missed, ground]);
    expect(snapshot.value).toEqual({ discharged: 'dropped-out' });
    expect(snapshot.context.flags).toEqual([]);
  });

  it('withdraws a discharge whose ground has gone, or lets it stand, as the program says', () => {
    const attended = [present('2026-01-06'), present('2026-01-13', 2), ground];
    const withdrawn = stand('2026-01-24', attended);
    expect(readState(SMALL_PLAN, withdrawn.snapshot.value).lifecycle).toBe('active');
    expect(withdrawn.snapshot.context.flags).toMatchObject([{ code: 'discharge-withdrawn', fact: 4 }]);
    const stands = stand('2026-01-24', attended, policy({ discharge: 'stands' }));
    expect(stands.snapshot.value).toEqual({ discharged: 'dropped-out' });
    expect(stands.snapshot.context.flags).toMatchObject([{ code: 'discharge-without-ground', fact: 4 }]);
  });
});
