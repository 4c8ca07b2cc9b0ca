import { DischargeReason } from '../curriculum/discharge-reason.ts';
import type { Course } from './course.ts';
import { ended, flag, HEAR, type Named, RECORD, type Transition } from './machine-state-config.ts';

/** The ways out by discharge: for a reason whose ground holds, or as the policy for decisions without ground says. */
export function dischargeTransitions(course: Course): Transition[] {
  const to = (reason: DischargeReason, guard: string, extra: Named[]): Transition => ({
    guard: { type: guard, params: { reason } },
    target: `#discharged-${reason}`,
    actions: [RECORD, ended(reason, false), ...extra],
  });
  const stands = flag(
    'discharge-without-ground',
    'what the discharge rested on has changed; it stands and is to be reviewed',
  );
  const withdrawn = flag('discharge-withdrawn', 'what the discharge rested on has changed; it is withdrawn');
  return [
    ...DischargeReason.options.map((reason) => to(reason, 'dischargeGrounded', [])),
    ...(course.stages.some(({ plan }) => plan.policies.dischargeAfterCorrection === 'stands')
      ? DischargeReason.options.map((reason) => to(reason, 'dischargeStands', [stands]))
      : []),
    { actions: [HEAR, withdrawn] },
  ];
}
