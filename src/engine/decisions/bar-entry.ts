import type { Plan } from '../../program/plan.ts';
import { eligibilityOf } from '../eligibility-of.ts';
import type { Episode } from '../episode.ts';
import { type Decision, refuse } from './decision.ts';

/** Who asks for a place, on what day, and whether in spite of what is known. */
type Entry = {
  readonly on: string;
  readonly role?: string | undefined;
  readonly reason?: string | undefined;
  readonly overrideEligibility?: true | undefined;
};

/**
 * Why a program does not take a patient in by what is known of him, at an admission or at a move from another level of care; null
 * where it does, or where somebody who may lets him in. Pure.
 */
export function barEntry(plan: Plan, episode: Episode, entry: Entry): Decision | null {
  const { eligibility } = plan;
  if (eligibility === undefined) return null;
  const gate = eligibilityOf(eligibility, episode.facts, { admittedOn: entry.on, upTo: entry.on });
  if (gate.truth === 'satisfied' || (gate.truth === 'unknown' && eligibility.unknown !== 'refuse'))
    return null;
  if (entry.overrideEligibility === true) {
    const roles = eligibility.overrideRoles ?? plan.policies.overrideRoles;
    const role = entry.role ?? 'counselor';
    if (!roles.includes(role))
      return refuse(
        'role-not-allowed',
        `a ${role} may not admit here all the same; that takes a ${roles.join(' or ')}`,
      );
    return entry.reason === undefined
      ? refuse('reason-needed', 'say why the patient is admitted all the same; it stays on the record')
      : null;
  }
  const words = (truth: string) =>
    (gate.of ?? []).flatMap((child) => (child.truth === truth ? [child.sentence] : [])).join('; ');
  return gate.truth === 'unknown'
    ? refuse(
        'eligibility-unknown',
        `${plan.curriculum.title} admits only when this is known: ${words('unknown')}`,
        { gate },
      )
    : refuse('not-eligible', `${plan.curriculum.title} does not admit: ${words('unsatisfied')}`, { gate });
}
