import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import type { Plan } from '../program/plan.ts';
import { privilegeBar } from '../program/privileges-kept.ts';
import { dateOf } from './episode.ts';

/** A privilege or a role in the community: since when it is held, and whether it could be granted now. */
export type PrivilegeStatus = {
  readonly id: string;
  readonly title: string;
  readonly kind: 'privilege' | 'role';
  /** Null while it is not held. */
  readonly since: CalendarDate | null;
  /** Why it cannot be held where the patient stands: the phase, or the state of a monitor. */
  readonly barredBy: 'phase' | 'monitor' | null;
};

/** The privileges and roles of an episode. Pure. */
export function privilegeStatuses(plan: Plan, context: EpisodeContext): PrivilegeStatus[] {
  return (plan.privileges ?? []).map((privilege) => ({
    id: privilege.id,
    title: privilege.title,
    kind: privilege.kind,
    since: dateOf(context.counters[privilege.counter] as number | null),
    barredBy: privilegeBar(plan, context, privilege),
  }));
}
