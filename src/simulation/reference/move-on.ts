import { evaluateCriterion } from '../../program/evaluate-criterion.ts';
import { MOVED } from '../../program/machine-moves.ts';
import type { PlanMove } from '../../program/plan-stage.ts';
import { orderedWays } from '../ordered-ways.ts';
import { purposeOf } from '../purpose.ts';
import { type SimulatedPatient, standingOf, tell } from './simulated-patient.ts';

/**
 * Staff move a patient of a pathway to another stage some days after the criteria of a way are met, and still are. A way
 * without criteria is a person's decision and not simulated; of several ways the first is taken that staff take for this patient.
 */
export function moveOn(simulated: SimulatedPatient, day: number): void {
  const { plan, behaviour, move: meant } = simulated;
  if (!plan.stage) return;
  const { context } = standingOf(simulated, day);
  const way = orderedWays(plan.stage.moves).find(
    (move) =>
      move.gate !== null &&
      takes(simulated, move) &&
      evaluateCriterion(plan, context, move.gate) === 'satisfied',
  );
  if (!way) {
    simulated.move = null;
    return;
  }
  if (meant?.stage !== way.stage) {
    simulated.move = { stage: way.stage, day: day + behaviour.staff.advanceAfterDays };
    return;
  }
  if (day < meant.day) return;
  tell(simulated, day, null, { type: MOVED[way.kind], stage: way.stage, role: way.roles[0] });
}

/** Whether staff take a way for this patient, drawn anew with each stay at a stage. */
function takes({ draw, plan, behaviour, fold, admittedOn }: SimulatedPatient, move: PlanMove): boolean {
  const policy = behaviour.staff.ways?.find(
    ({ from, to }) => to === move.stage && (from === undefined || from === plan.stage?.id),
  );
  if (!policy) return true;
  const since = (fold.snapshot.context.admittedOn ?? admittedOn) - admittedOn;
  return draw(since, purposeOf(`way/${plan.stage?.id}/${move.stage}`)).x >>> 2 < policy.share * 2 ** 30;
}
