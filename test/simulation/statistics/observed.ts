import { type LifeTable, lifeTableOf } from '../../../src/simulation/statistics/life-table.ts';

/** A life table as papers print one: times with `+` behind those who were lost from sight. */
export function observed(times: string): LifeTable {
  return lifeTableOf(
    times.split(' ').map((time) => ({ day: Number.parseInt(time, 10), cause: time.endsWith('+') ? -1 : 0 })),
  );
}
