import type { CounterTable } from './counter-table.ts';
import type { PlanCommonCounters, PlanCounter, PlanTrack } from './plan.ts';

type Scope = PlanCounter['scope'];

/** The five ways in which a meeting ends up in the counters. `partial` was there, but not long enough to count. */
export const ATTENDANCE_OUTCOMES = ['attended', 'partial', 'absent', 'excused', 'unrecorded'] as const;
/** How a meeting ended up in the counters. */
export type AttendanceOutcome = (typeof ATTENDANCE_OUTCOMES)[number];

/** The signal of one outcome at one track: `attendance/absent/relapse-prevention`. */
export function attendanceSignal(outcome: AttendanceOutcome, track: string): string {
  return `attendance/${outcome}/${track}`;
}

/** The signal of a meeting of a track that has passed, however it ended; a make-up is not one. */
export function meetingSignal(track: string): string {
  return `meeting/${track}`;
}

/** Meetings of tracks that ended in one outcome. */
export function outcomeCounter(
  table: CounterTable,
  outcome: AttendanceOutcome,
  track: string,
  scope: Scope,
): number {
  return table.counter(`${outcome}/${track}`, 'number', scope, (counter) =>
    table.on([attendanceSignal(outcome, track)], { op: 'add', counter, amount: 1 }),
  );
}

/** The distinct sessions of a track that were attended or credited. */
export function sessionSet(table: CounterTable, track: string, scope: Scope): number {
  return table.counter(`sessions/${track}`, 'set', scope, (counter) => {
    table.on([attendanceSignal('attended', track), `credit/${track}`], { op: 'mark', counter });
    table.on([`credit-expired/${track}`], { op: 'unmark', counter });
  });
}

/** Minutes spent in meetings of a track. */
export function minutesCounter(table: CounterTable, track: string, scope: Scope): number {
  return table.counter(`minutes/${track}`, 'number', scope, (counter) =>
    table.on([attendanceSignal('attended', track), attendanceSignal('partial', track)], {
      op: 'add-minutes',
      counter,
    }),
  );
}

/** Absences in a row at some tracks, and meetings without record since the last one attended. */
export function absentRun(
  table: CounterTable,
  tracks: readonly string[],
  outcome: 'absent' | 'unrecorded',
  name: string,
): number {
  return table.counter(`${outcome}-run/${name}`, 'number', 'admission', (counter) => {
    table.on(
      tracks.map((t) => attendanceSignal(outcome, t)),
      { op: 'add', counter, amount: 1 },
    );
    const there = tracks.flatMap((t) => [attendanceSignal('attended', t), attendanceSignal('partial', t)]);
    table.on(there, { op: 'set', counter, value: 0 });
  });
}

/** A count of one kind of fact, such as `test/negative` or `mutual-help`. */
export function factCounter(
  table: CounterTable,
  name: string,
  signals: readonly string[],
  scope: Scope,
): number {
  return table.counter(name, 'number', scope, (counter) =>
    table.on(signals, { op: 'add', counter, amount: 1 }),
  );
}

/** Negative tests in a row: those of one day count as one, so that a test that was entered twice brings nobody on. */
export function negativeTestsInARow(table: CounterTable, scope: Scope): number {
  return table.counter('negative-run', 'score', scope, (counter) => {
    const last = table.counter(
      `negative-run-last${scope === 'phase' ? '-in-phase' : ''}`,
      'date',
      'admission',
      () => {},
    );
    table.on(['test/negative'], { op: 'count-day', counter, last });
    table.on(['test/positive', 'test/missed', 'use'], { op: 'set', counter, value: 0 });
  });
}

/** Days on which at least one meeting was attended. */
export function attendedDays(table: CounterTable, tracks: readonly string[], scope: Scope): number {
  const there = tracks.flatMap((t) => [attendanceSignal('attended', t), attendanceSignal('partial', t)]);
  return table.counter('attended-days', 'number', scope, (counter) => {
    const last = table.counter(
      `attended-days-last${scope === 'phase' ? '-in-phase' : ''}`,
      'date',
      'admission',
      () => {},
    );
    table.on(there, { op: 'count-day', counter, last });
  });
}

/** A patient who gives a sample is seen, whatever it shows. */
const SAMPLE_GIVEN: readonly string[] = ['test/negative', 'test/positive', 'test/invalid'];

/** The counters that every plan has, whatever its gates ask. */
export function commonCounters(
  table: CounterTable,
  tracks: readonly string[],
  missedTestIsUse: boolean,
): PlanCommonCounters {
  const there = tracks.flatMap((t) => [attendanceSignal('attended', t), attendanceSignal('partial', t)]);
  const positive = missedTestIsUse ? ['test/positive', 'test/missed'] : ['test/positive'];
  const date = (name: string, signals: readonly string[], op: 'set-date' | 'set-date-once' = 'set-date') =>
    table.counter(name, 'date', 'admission', (counter) => table.on(signals, { op, counter }));
  const negativeRun = negativeTestsInARow(table, 'admission');
  const evidenceOfUse = table.counter('evidence-of-use', 'number', 'admission', (counter) => {
    table.on([...positive, 'use'], { op: 'add', counter, amount: 1 });
    table.on(['test/negative'], { op: 'set', counter, value: 0 });
  });
  const abstinentSince = table.counter('abstinent-since', 'date', 'admission', (counter) => {
    table.on(['test/negative'], { op: 'set-date-once', counter });
    table.on([...positive, 'use'], { op: 'set-date', counter });
  });
  return {
    attendedDays: attendedDays(table, tracks, 'admission'),
    lastAttended: date('last-attended', there),
    lastContact: date('last-contact', [...there, 'contact', 'admission']),
    lastSeen: date('last-seen', [...there, ...SAMPLE_GIVEN, 'contact', 'admission']),
    absentRun: absentRun(table, tracks, 'absent', 'any-track'),
    unrecordedRun: absentRun(table, tracks, 'unrecorded', 'any-track'),
    negativeRun,
    negatives: factCounter(table, 'negative-tests', ['test/negative'], 'admission'),
    positives: factCounter(table, 'positive-tests', ['test/positive'], 'admission'),
    missedTests: factCounter(table, 'missed-tests', ['test/missed'], 'admission'),
    evidenceOfUse,
    abstinentSince,
    lastTest: date('last-test', ['test/negative', 'test/positive', 'test/missed', 'test/invalid']),
    mutualHelp: factCounter(table, 'mutual-help', ['mutual-help'], 'admission'),
    homework: factCounter(table, 'homework', ['homework'], 'admission'),
  };
}

/** The counters of one track that every status shows. */
export function trackCounters(
  table: CounterTable,
  track: string,
  positionScope: Scope,
): PlanTrack['counters'] {
  return {
    sessions: sessionSet(table, track, 'admission'),
    current: sessionSet(table, track, positionScope),
    attended: outcomeCounter(table, 'attended', track, 'admission'),
    absent: outcomeCounter(table, 'absent', track, 'admission'),
    excused: outcomeCounter(table, 'excused', track, 'admission'),
    unrecorded: outcomeCounter(table, 'unrecorded', track, 'admission'),
    minutes: minutesCounter(table, track, 'admission'),
    position: table.counter(`position/${track}`, 'number', positionScope, (counter) =>
      table.on([meetingSignal(track)], { op: 'add', counter, amount: 1 }),
    ),
  };
}
