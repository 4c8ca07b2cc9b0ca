import { didYouMean } from '../../curriculum/did-you-mean.ts';
import type { Plan } from '../../program/plan.ts';
import { type Decision, refuse } from './decision.ts';

type SignOff = { readonly role: string; readonly subject?: string | undefined };

/**
 * Refuses a sign-off that looks as if it counted and counts for nothing: one without a subject where each that the program asks of
 * this role has one, one in another role than the program asks, and one whose subject is close to one of these. A sign-off of another
 * matter altogether is let through. Null where nothing is wrong.
 */
export function unfitSignOff({ role, subject }: SignOff, plan: Plan): Decision | null {
  const asked = plan.effects
    .map(({ signal }) => signal.split('/'))
    .filter(([kind]) => kind === 'sign-off')
    .map(([, by = '', what = '']) => ({ by, what }));
  if (asked.some(({ by, what }) => by === role && what === 'any')) return null;
  if (subject === undefined) {
    const subjects = asked.filter(({ by }) => by === role).map(({ what }) => what);
    if (subjects.length === 0) return null;
    return refuse(
      'subject-needed',
      `say what is signed off: ${plan.curriculum.title} asks ${subjects.join(', ')} of the ${words(role)}`,
    );
  }
  const same = asked.filter(({ what }) => what === subject);
  if (same.some(({ by }) => by === role)) return null;
  if (same.length > 0) {
    const roles = same.map(({ by }) => words(by)).join(' or ');
    return refuse(
      'role-not-allowed',
      `${words(subject)} is signed off by the ${roles}, not by the ${words(role)}`,
    );
  }
  const meant = didYouMean(subject, new Set(asked.map(({ what }) => what)));
  return meant === ''
    ? null
    : refuse('unknown-subject', `${plan.curriculum.title} asks for no sign-off of ${subject}${meant}`);
}

function words(id: string): string {
  return id.replaceAll('-', ' ');
}
