import { ENDS, type End } from '../ends.ts';
import { OBSERVED_AMOUNTS, type OBSERVED_WEEKS, type ObservedPatient } from './observed-patient.ts';

/** The fewest patients who may stand behind anything that is told: 11, as in the cell size policy of CMS and in the census. */
export const FEWEST = 11;

/** Patients among whom nobody is alone, and what had to be left out for that. */
export type BlurredPatients = {
  /** Each row as often as there are patients behind it: never fewer than `FEWEST` times. */
  readonly patients: readonly ObservedPatient[];
  /** Ends of fewer than `FEWEST` patients, which are not told: counted under `other`, or left out. */
  readonly untold: readonly End[];
  /** Whether it is told who came back after a discharge: only where of each end nobody or `FEWEST` did, and nobody or `FEWEST` did not. */
  readonly returns: boolean;
};

/**
 * Puts patients of the same end and way into groups of at least `FEWEST`, nearest in length of stay, and gives to all of a group
 * the same row, their mean (microaggregation, Domingo-Ferrer and Mateo-Sanz 2002). Whatever is computed from the rows, by whatever
 * subtraction of totals, has never fewer than `FEWEST` people behind it. Means over all patients stay what they were, to rounding.
 */
export function blurPatients(patients: readonly ObservedPatient[]): BlurredPatients {
  const { kept, untold } = withoutRareEnds(patients);
  const byEnd = [...Map.groupBy(kept, ({ end }) => end).values()];
  const byReturn = byEnd.flatMap((same) => [
    ...Map.groupBy(same, ({ returnedAfter }) => returnedAfter === null).values(),
  ]);
  const returns = byReturn.every(({ length }) => length >= FEWEST);
  const parts = returns ? byReturn : byEnd;
  return { patients: parts.flatMap(ways).flatMap(groups).flatMap(alike), untold, returns };
}

/**
 * Graduates who are few count as completed; ends that are rare as `other`, and the least frequent with them until those are
 * enough. Where fewer than `FEWEST` have ended at all, or are still in treatment, they are left out.
 */
function withoutRareEnds(patients: readonly ObservedPatient[]) {
  const untold = new Set<End>();
  let kept = [...patients];
  const count = (end: End) => kept.filter((one) => one.end === end).length;
  const rare = (end: End) => count(end) > 0 && count(end) < FEWEST;
  const rename = (from: End, to: End) => {
    kept = kept.map((one) => (one.end === from ? { ...one, end: to } : one));
    untold.add(from);
  };
  if (rare('graduated')) rename('graduated', 'completed');
  const named = ENDS.filter((end) => end !== 'other' && end !== 'in-treatment');
  for (const end of named) if (rare(end)) rename(end, 'other');
  while (rare('other')) {
    const [least] = named.filter((end) => count(end) > 0).sort((a, b) => count(a) - count(b));
    if (least === undefined) break;
    rename(least, 'other');
  }
  for (const end of ['other', 'in-treatment'] as const)
    if (rare(end)) {
      kept = kept.filter((one) => one.end !== end);
      untold.add(end);
    }
  return { kept, untold: [...untold] };
}

/** Parts patients by their way through the phases; ways of few stand together, with the least frequent of the others if need be. */
function ways(patients: readonly ObservedPatient[]): ObservedPatient[][] {
  const byWay = Map.groupBy(patients, ({ route, stage }) =>
    [stage, ...route.map(({ phase }) => phase)].join(),
  );
  const parts = [...byWay.values()].sort((a, b) => b.length - a.length);
  const often = parts.filter(({ length }) => length >= FEWEST);
  const seldom = parts.filter(({ length }) => length < FEWEST).flat();
  if (seldom.length === 0 || seldom.length >= FEWEST || often.length === 0)
    return seldom.length === 0 ? often : [...often, seldom];
  return [...often.slice(0, -1), [...often.at(-1)!, ...seldom]];
}

/** Cuts patients, in the order of progress and stay, into groups of at least `FEWEST`. */
function groups(patients: readonly ObservedPatient[]): ObservedPatient[][] {
  const sorted = [...patients].sort((a, b) => a.endDay - b.endDay || a.route.length - b.route.length);
  const count = Math.max(1, Math.floor(sorted.length / FEWEST));
  return Array.from({ length: count }, (_, g) =>
    sorted.slice(g * FEWEST, g === count - 1 ? sorted.length : (g + 1) * FEWEST),
  );
}

/** The mean of a group, once for each of its patients. */
function alike(group: readonly ObservedPatient[]): ObservedPatient[] {
  const mean = (of: (patient: ObservedPatient) => number) =>
    Math.round(group.reduce((sum, patient) => sum + of(patient), 0) / group.length);
  const first = group[0]!;
  const endDay = mean((one) => one.endDay);
  const weeks = Math.ceil((endDay + 1) / 7);
  const weekly = (name: (typeof OBSERVED_WEEKS)[number]) =>
    Array.from(
      { length: weeks },
      (_, w) => group.reduce((sum, one) => sum + (one.weeks[name][w] ?? 0), 0) / group.length,
    );
  const row: ObservedPatient = {
    ...{ end: first.end, endDay, route: commonRoute(group, endDay) },
    returnedAfter: first.returnedAfter === null ? null : mean((one) => one.returnedAfter ?? 0),
    stage: mostCommon(group.map(({ stage }) => stage)),
    daysAtStage: first.daysAtStage.map((_, s) => mean((one) => one.daysAtStage[s]!)),
    amounts: Object.fromEntries(
      OBSERVED_AMOUNTS.map((name) => [name, mean(({ amounts }) => amounts[name])]),
    ) as ObservedPatient['amounts'],
    weeks: {
      ...{ offered: weekly('offered'), attended: weekly('attended') },
      ...{ negative: weekly('negative'), positive: weekly('positive'), missedTests: weekly('missedTests') },
    },
  };
  return group.map(() => row);
}

/** The phases that more than half of a group entered (so often), with the mean day of those who did, in the order of days. */
function commonRoute(group: readonly ObservedPatient[], endDay: number): ObservedPatient['route'] {
  const entries = Map.groupBy(
    group.flatMap(({ route }) =>
      route.map(({ phase, day }, i) => {
        const nth = route.slice(0, i).filter((one) => one.phase === phase).length;
        return { phase, day, key: `${phase}/${nth}` };
      }),
    ),
    ({ key }) => key,
  );
  return [...entries]
    .filter(([, days]) => days.length > group.length / 2)
    .map(([, days]) => ({
      phase: days[0]!.phase,
      day: Math.min(endDay, Math.round(days.reduce((sum, { day }) => sum + day, 0) / days.length)),
    }))
    .sort((a, b) => a.day - b.day || a.phase - b.phase);
}

function mostCommon(values: readonly number[]): number {
  const counts = [...Map.groupBy(values, (value) => value)].sort(([, a], [, b]) => b.length - a.length);
  return counts[0]![0];
}
