import type { WeekCounts } from './patient-columns.ts';

/** The counts by week of two sets of patients together. Both must come from the same program and horizon; throws otherwise. */
export function mergeWeekCounts(a: WeekCounts, b: WeekCounts): WeekCounts {
  if (a.weeks !== b.weeks || a.states.join() !== b.states.join())
    throw new RangeError('counts of different programs or horizons cannot be merged');
  const sum = (left: Uint32Array, right: Uint32Array) => left.map((count, i) => count + (right[i] ?? 0));
  return {
    weeks: a.weeks,
    states: a.states,
    occupancy: sum(a.occupancy, b.occupancy),
    offered: sum(a.offered, b.offered),
    attended: sum(a.attended, b.attended),
    negative: sum(a.negative, b.negative),
    positive: sum(a.positive, b.positive),
    missedTests: sum(a.missedTests, b.missedTests),
  };
}
