/**
 * How many ended of each cause and how many were lost from sight on each day, from day 0. Whole days only, so that a table
 * of a million is as small as one of ten, and tables of shards add up exactly. One who is lost on a day was at risk on it.
 */
export type LifeTable = {
  /** `events[cause][day]`. */
  readonly events: readonly ArrayLike<number>[];
  readonly censored: ArrayLike<number>;
};

/** Makes a life table of single observations; cause −1 stands for one who was lost from sight. */
export function lifeTableOf(
  observations: readonly { readonly day: number; readonly cause: number }[],
  causes = 1,
): LifeTable {
  const days = Math.max(-1, ...observations.map(({ day }) => day)) + 1;
  const events = Array.from({ length: causes }, () => new Float64Array(days));
  const censored = new Float64Array(days);
  for (const { day, cause } of observations) {
    const counts = cause === -1 ? censored : events[cause];
    if (counts === undefined) throw new RangeError(`there is no cause ${cause}`);
    counts[day] = counts[day]! + 1;
  }
  return { events, censored };
}

/** A day on which somebody ended, with how many were at risk on it. */
export type RiskDay = {
  readonly day: number;
  readonly atRisk: number;
  /** Of all causes. */
  readonly ended: number;
  readonly byCause: readonly number[];
};

/** The days of a life table on which somebody ended, in order. */
export function riskDays({ events, censored }: LifeTable): RiskDay[] {
  const days = Math.max(censored.length, ...events.map((counts) => counts.length));
  const leaving = (day: number) =>
    events.reduce((sum, counts) => sum + (counts[day] ?? 0), 0) + (censored[day] ?? 0);
  let atRisk = 0;
  for (let day = 0; day < days; day += 1) atRisk += leaving(day);
  const found: RiskDay[] = [];
  for (let day = 0; day < days; day += 1) {
    const byCause = events.map((counts) => counts[day] ?? 0);
    const ended = byCause.reduce((sum, count) => sum + count, 0);
    if (ended > 0) found.push({ day, atRisk, ended, byCause });
    atRisk -= leaving(day);
  }
  return found;
}
