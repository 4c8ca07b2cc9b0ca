import { cumulativeIncidence, type IncidenceStep } from '../statistics/cumulative-incidence.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { wilsonInterval } from '../statistics/proportion-interval.ts';
import type { Tally } from './tally.ts';

/** What the gate out of a phase let through, and after how long. */
export type GateResult = {
  readonly phase: string;
  readonly entered: number;
  /** Share of those who entered that went on to another phase within the horizon. */
  readonly passed: Estimate;
  /** Days in the phase of those who went on; null where nobody did. */
  readonly medianDays: Estimate | null;
  /** Days within which a share of all who entered went on, while leaving treatment competes; null where so many never did. */
  readonly daysFor: { readonly quarter: number | null; readonly half: number | null };
  /** Share that went on by each day in the phase, while leaving treatment competes. */
  readonly curve: readonly IncidenceStep[];
};

/** Describes the gate out of each phase. */
export function gateResults(tally: Tally): GateResult[] {
  return tally.shape.phases.map((phase, p) => {
    const [passed, left, stayed] = [tally.passed[p]!, tally.left[p]!, tally.stayed[p]!];
    const entered = passed.total + left.total + stayed.total;
    const table = { events: [passed.counts, left.counts], censored: stayed.counts };
    const curve = cumulativeIncidence(table)[0]!;
    const dayFor = (share: number) => curve.find(({ incidence }) => incidence >= share)?.day ?? null;
    return {
      ...{ phase, entered, passed: wilsonInterval(passed.total, entered) },
      medianDays: passed.total === 0 ? null : passed.median(),
      daysFor: { quarter: dayFor(0.25), half: dayFor(0.5) },
      curve,
    };
  });
}
