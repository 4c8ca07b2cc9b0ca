import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Plan } from '../plan.ts';
import { weekOf, whoOf } from './counter-example.ts';
import type { Proof } from './proof.ts';
import type { Trial } from './trial.ts';

/** The phases that no patient comes to, and whether any patient comes to the end. */
export function provePhases(plan: Plan, trials: readonly Trial[], reached: ReadonlySet<number>): Proof[] {
  const proofs: Proof[] = [];
  const cutShort = trials.some((trial) => trial.fold.snapshot.context.ended?.graduated === false);
  const story = trials.map(storyOf(plan)).join('\n');
  plan.phases.forEach((phase, p) => {
    if (reached.has(p) || cutShort) return;
    proofs.push({
      code: 'phase-not-reached',
      severity: 'error',
      path: `phases.${p}`,
      message: `No patient comes to ${phase.title}: no phase that is reached names ${phase.id} in next or returnsTo. Name it there, or take it out.`,
      counterExample: story,
    });
  });
  if (!plan.phases.some((phase, p) => phase.final !== null && reached.has(p)))
    proofs.push({
      code: 'never-graduates',
      severity: 'error',
      path: 'phases',
      message:
        'No patient comes to an end of the program. Let the last phase say final: completed, and let the phases before lead to it.',
      counterExample: story,
    });
  return proofs;
}

const storyOf =
  (plan: Plan) =>
  (trial: Trial): string => {
    const context = trial.fold.snapshot.context;
    const stays = context.stays.map(
      (stay) => `${plan.phases[stay.phase]?.title} on ${fromDayNumber(stay.from)}`,
    );
    const end =
      context.ended === null
        ? `and stays in ${plan.phases[context.phase]?.title}`
        : context.ended.graduated
          ? 'and graduates'
          : `and is discharged (${context.ended.reason}) in week ${weekOf(context)}`;
    return `${whoOf(trial.admittedOn)}, he enters ${stays.join(', ')} ${end}`;
  };
