import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/program/episode-event.ts';
import { type Fold, tellAll } from '../../src/program/fold.ts';
import { readState } from '../../src/program/read-state.ts';
import { SMALL_PLAN } from '../generators/small-curriculum.ts';

type Loose = { readonly type: Fact['type']; readonly on: string; readonly [field: string]: unknown };

/** Tells facts by the small program, after an admission on 2026-01-05. */
function tell(...facts: Loose[]): Fold {
  const admitted: Loose = {
    type: 'Admitted',
    on: '2026-01-05',
    patient: 'p',
    curriculum: 'small-iop',
    version: '1.0.0',
  };
  return tellAll(
    SMALL_PLAN,
    [admitted, ...facts].map((fact, i) => ({ version: i + 1, fact: { by: 'c', ...fact } as Fact })),
  );
}

const counter = (fold: Fold, name: string) =>
  fold.snapshot.context.counters[SMALL_PLAN.counters.findIndex((c) => c.name === name)];
const test = (on: string, result: string, at?: string): Loose => ({
  type: 'DrugTestRecorded',
  on,
  result,
  ...(at === undefined ? {} : { at }),
});
const toEarlyRecovery: Loose[] = [
  { type: 'AttendanceRecorded', on: '2026-01-06', track: 'individual', session: 1, status: 'attended' },
  { type: 'PhaseAdvanced', on: '2026-01-06', to: 'early-recovery' },
];
const back: Loose[] = [
  { type: 'GateOverridden', on: '2026-01-08', phase: 'early-recovery' },
  { type: 'PhaseAdvanced', on: '2026-01-08', to: 'relapse-prevention' },
];
const skills = (on: string, session: number): Loose => ({
  type: 'AttendanceRecorded',
  on,
  track: 'skills',
  session,
  status: 'attended',
});

describe('a counter of the present phase', () => {
  it('begins with the facts of the day of entry', () => {
    const fold = tell(...toEarlyRecovery, { type: 'MutualHelpRecorded', on: '2026-01-06' });
    expect(counter(fold, 'mutual-help@phase')).toBe(1);
  });

  it('leaves out the days before the entry', () => {
    const fold = tell({ type: 'MutualHelpRecorded', on: '2026-01-05' }, ...toEarlyRecovery);
    expect(counter(fold, 'mutual-help@phase')).toBe(0);
    expect(counter(fold, 'mutual-help')).toBe(1);
  });

  it('counts a run that began again on the day of entry as long as it is that day, and what is negative on one day once', () => {
    const fold = tell(
      test('2026-01-05', 'negative'),
      ...toEarlyRecovery,
      test('2026-01-06', 'positive', '08:00'),
      test('2026-01-06', 'negative', '09:00'),
      test('2026-01-06', 'negative', '10:00'),
    );
    expect(counter(fold, 'negative-run@phase')).toBe(1);
    expect(counter(fold, 'negative-run')).toBe(1);
    expect(counter(fold, 'negative-tests')).toBe(3);
  });

  it('is unknown in the new phase where nothing was known on the day of entry', () => {
    const fold = tell(test('2026-01-05', 'negative'), ...toEarlyRecovery);
    expect(counter(fold, 'negative-run@phase')).toBeNull();
  });

  it('counts a session that was met before again when it is met on the day of entry', () => {
    const fold = tell(...toEarlyRecovery, skills('2026-01-07', 1), skills('2026-01-08', 1), ...back, {
      type: 'ReturnedToPhase',
      on: '2026-01-08',
      to: 'early-recovery',
      reason: 'x',
      at: '20:00',
    });
    expect(counter(fold, 'sessions/skills@phase')).toEqual([1]);
    expect(counter(fold, 'sessions/skills')).toEqual([1]);
  });

  it('takes the facts of the day into every phase that is entered on it', () => {
    const fold = tell(
      ...toEarlyRecovery,
      { type: 'MutualHelpRecorded', on: '2026-01-07' },
      { type: 'MutualHelpRecorded', on: '2026-01-08' },
      ...back,
      { type: 'ReturnedToPhase', on: '2026-01-08', to: 'early-recovery', reason: 'x', at: '20:00' },
    );
    expect(counter(fold, 'mutual-help@phase')).toBe(1);
  });
});

describe('a fact that does not apply to where the patient stood', () => {
  it('is flagged and counts for nothing', () => {
    const fold = tell(test('2026-01-04', 'negative'), skills('2026-01-04', 2), {
      type: 'LeaveEnded',
      on: '2026-01-07',
    });
    const { flags } = fold.snapshot.context;
    expect(flags.map(({ code, fact }) => [code, fact])).toEqual([
      ['not-applicable', 2],
      ['not-applicable', 3],
      ['not-applicable', 4],
    ]);
    expect(counter(fold, 'negative-tests')).toBe(0);
    expect(counter(fold, 'sessions/skills')).toEqual([]);
    expect(fold.meetings.filter((m) => m.fact !== 0)).toEqual([]);
  });

  it('opens no second leave within a leave', () => {
    const fold = tell(
      { type: 'LeaveStarted', on: '2026-01-06' },
      { type: 'LeaveStarted', on: '2026-01-08' },
      { type: 'LeaveEnded', on: '2026-01-12' },
    );
    expect(fold.snapshot.context.leaves).toMatchObject([{ from: 20459, to: 20465 }]);
    expect(fold.snapshot.context.flags).toMatchObject([{ code: 'not-applicable', fact: 3 }]);
  });

  it('leaves a leave as it is when it is a discharge whose ground has gone', () => {
    const fold = tell(
      { type: 'LeaveStarted', on: '2026-01-06' },
      { type: 'Discharged', on: '2026-01-08', discharge: 'dropped-out', ground: 'attendance/discharge-due' },
    );
    expect(readState(SMALL_PLAN, fold.snapshot.value)).toMatchObject({
      lifecycle: 'on-leave',
      phase: 'orientation',
    });
    expect(fold.snapshot.context.leaves).toMatchObject([{ from: 20459, to: null }]);
    expect(fold.snapshot.context.flags).toMatchObject([{ code: 'discharge-withdrawn', fact: 3 }]);
  });
});
