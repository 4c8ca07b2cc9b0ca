import type { WeekCounts } from '../patient-columns.ts';

/** Adds up the counts of two shards of one cohort. Throws a `RangeError` where they count different things. */
export function addWeeks(a: WeekCounts, b: WeekCounts): WeekCounts {
  if (a.weeks !== b.weeks || a.states.join() !== b.states.join())
    throw new RangeError('these weeks do not count the same');
  const sum = (of: 'occupancy' | 'offered' | 'attended' | 'negative' | 'positive' | 'missedTests') =>
    a[of].map((count, index) => count + b[of][index]!);
  return {
    ...{ weeks: a.weeks, states: a.states, occupancy: sum('occupancy') },
    ...{ offered: sum('offered'), attended: sum('attended') },
    ...{ negative: sum('negative'), positive: sum('positive'), missedTests: sum('missedTests') },
  };
}
