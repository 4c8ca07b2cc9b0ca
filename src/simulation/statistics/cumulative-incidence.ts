import { type LifeTable, riskDays } from './life-table.ts';
import { normalQuantile } from './quantiles.ts';

/** A step of a curve of cumulative incidence: the share that has ended of one cause by a day. */
export type IncidenceStep = {
  readonly day: number;
  readonly incidence: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
};

/**
 * Estimates for each cause how many have ended of it over time while the others compete (Aalen and Johansen 1978). The variance
 * is that of the delta method (Marubini and Valsecchi 1995, section 10.2); the interval is on the scale of log(−log F).
 * At any time the curves and the survival of Kaplan and Meier add up to one. A curve steps only on days with an event of its cause.
 */
export function cumulativeIncidence(table: LifeTable, confidence = 0.95): IncidenceStep[][] {
  const z = normalQuantile(confidence);
  const days = riskDays(table);
  return table.events.map((_, cause) => {
    let survival = 1;
    let incidence = 0;
    const sum = { hazard: 0, hazardF: 0, hazardFF: 0, own: 0, cross: 0, crossF: 0 };
    const steps: IncidenceStep[] = [];
    for (const { day, atRisk, ended, byCause } of days) {
      const own = byCause[cause]!;
      incidence += (survival * own) / atRisk;
      const left = atRisk - ended;
      const hazard = left === 0 ? 0 : ended / (atRisk * left);
      sum.hazard += hazard;
      sum.hazardF += hazard * incidence;
      sum.hazardFF += hazard * incidence ** 2;
      sum.own += (survival ** 2 * (atRisk - own) * own) / atRisk ** 3;
      const cross = (survival * own) / atRisk ** 2;
      sum.cross += cross;
      sum.crossF += cross * incidence;
      survival *= left / atRisk;
      if (own === 0) continue;
      const variance =
        incidence ** 2 * sum.hazard -
        2 * incidence * sum.hazardF +
        sum.hazardFF +
        sum.own -
        2 * (incidence * sum.cross - sum.crossF);
      steps.push({ day, incidence, ...bounds(incidence, Math.sqrt(Math.max(0, variance)), z) });
    }
    return steps;
  });
}

function bounds(incidence: number, standardError: number, z: number) {
  if (incidence >= 1) return { standardError, low: 1, high: 1 };
  const width = Math.exp((z * standardError) / (-Math.log(incidence) * incidence));
  return { standardError, low: incidence ** width, high: incidence ** (1 / width) };
}
