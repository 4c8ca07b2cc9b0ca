import { stepOn } from '../statistics/kaplan-meier.ts';
import type { GroupResult } from './cohort-result.ts';
import type { EndResult } from './retention.ts';

/** Days on which retention is read off. */
export const RETENTION_DAYS = [7, 14, 30, 45, 60, 90, 120, 180, 270, 365] as const;

/** Figures by name. */
export type Figures = Readonly<Record<string, number | null>>;

/**
 * The numbers by which scenarios are compared, swept and fitted, by name:
 *
 * - `completed` share that completed or graduated; `end.<end>` share by end; `stay.<end>.median` and `.mean` days of those who
 *   ended so
 * - `discharged.completed`, `discharged.<end>` the same shares of those only who have ended by the horizon, and
 *   `stay.discharged.median` and `.mean` their days: what registers of discharges print
 * - `retention.<day>` share in treatment after a day; `retention.mean` days up to the horizon
 * - `stay.median` days of all who ended or not; `level.<stage>.mean` days at a level of care
 * - `<amount>.mean` as `sessions-attended.mean`; `attendance` share of the offered sessions; `tests-negative.share`
 * - `gate.<phase>.passed` share that went on; `gate.<phase>.median` days in the phase of those who did
 * - `readmission.returned` share of those who were discharged that came back into the same episode, `readmission.days.median` and `.mean` from the
 *   discharge to the return, `readmission.completed` share of those who came back that completed; only where patients may come back
 * - `cost.mean` for a patient, `cost.per-completed`
 *
 * A figure that does not exist in a cohort (the median stay of nobody) is null.
 */
export function figuresOf(result: GroupResult): Figures {
  const found = Object.entries(allFigures(result));
  return Object.fromEntries(
    found.map(([name, value]) => [name, value !== null && Number.isFinite(value) ? value : null]),
  );
}

function allFigures(result: GroupResult): Figures {
  const { retention, cost } = result;
  const total = (name: string) => result.amounts.find((amount) => amount.name === name)!.total;
  const tests = total('tests-negative') + total('tests-positive');
  const last = result.horizonDays;
  const retained = (day: number) => (day > last ? null : (stepOn(retention.curve, day)?.survival ?? 1));
  const offered = total('sessions-offered');
  const discharged = retention.ends.filter(isDischarge).reduce((sum, { count }) => sum + count, 0);
  const ofDischarged = (count: number) => count / discharged;
  return {
    completed: result.completed.value,
    'stay.completed.median': result.completedDays?.value ?? null,
    'stay.completed.mean': averageOf(retention.ends.filter(isCompletion)),
    ...named(retention.ends, ({ end, share }) => [`end.${end}`, share.value]),
    ...named(
      retention.ends.filter(({ end }) => end !== 'completed'),
      ({ end, medianDays }) => [`stay.${end}.median`, medianDays?.value ?? null],
    ),
    ...named(
      retention.ends.filter(({ end }) => end !== 'completed'),
      ({ end, averageDays }) => [`stay.${end}.mean`, averageDays],
    ),
    'stay.discharged.median': result.dischargedDays?.value ?? null,
    'stay.discharged.mean': averageOf(retention.ends.filter(isDischarge)),
    'discharged.completed': ofDischarged(countOf(result, 'completed') + countOf(result, 'graduated')),
    ...named(
      retention.ends.filter((one) => isDischarge(one) && one.end !== 'completed'),
      ({ end, count }) => [`discharged.${end}`, ofDischarged(count)],
    ),
    'stay.median': retention.medianDays.value,
    ...named(RETENTION_DAYS, (day) => [`retention.${day}`, retained(day)]),
    'retention.mean': retention.meanDays.value,
    attendance: offered === 0 ? null : total('sessions-attended') / offered,
    'tests-negative.share': tests === 0 ? null : total('tests-negative') / tests,
    ...named(result.amounts, ({ name, mean }) => [`${name}.mean`, mean?.value ?? null]),
    ...named(result.stays, ({ name, mean }) => [`level.${name}.mean`, mean?.value ?? null]),
    ...named(result.gates, ({ phase, passed }) => [`gate.${phase}.passed`, passed.value]),
    ...named(result.gates, ({ phase, medianDays }) => [`gate.${phase}.median`, medianDays?.value ?? null]),
    ...readmissionFigures(result),
    // Where nothing has a price nobody knows what treatment costs, and where nobody waited no waiting list was simulated.
    'days-waited.mean': total('days-waited') > 0 ? total('days-waited') / result.patients : null,
    'cost.mean': cost.total > 0 ? cost.perPatient.value : null,
    'cost.per-completed': cost.total > 0 ? cost.perCompleted : null,
  };
}

function readmissionFigures({ readmission }: GroupResult): Figures {
  if (readmission === null) return {};
  return {
    'readmission.returned': readmission.returned.value,
    'readmission.days.median': readmission.medianDays?.value ?? null,
    'readmission.days.mean': readmission.daysAway.mean?.value ?? null,
    'readmission.completed': readmission.completed.value,
  };
}

function named<T>(
  list: readonly T[],
  of: (one: T) => [name: string, value: number | null],
): Record<string, number | null> {
  return Object.fromEntries(list.map(of));
}

function isDischarge({ end }: { readonly end: string }): boolean {
  return end !== 'in-treatment';
}

function isCompletion({ end }: { readonly end: string }): boolean {
  return end === 'completed' || end === 'graduated';
}

function averageOf(ends: readonly EndResult[]): number | null {
  const count = ends.reduce((sum, end) => sum + end.count, 0);
  const days = ends.reduce((sum, end) => sum + end.count * (end.averageDays ?? 0), 0);
  return count === 0 ? null : days / count;
}

function countOf({ retention }: GroupResult, end: string): number {
  return retention.ends.find((one) => one.end === end)!.count;
}
