import { EVERY_SITE } from '../../access/account.ts';
import type { GroupFilter, GroupStatus } from '../../engine/groups/engine-groups.ts';
import type { Group } from '../../engine/groups/group.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { HttpProblem } from './http-problem.ts';
import type { Ask } from './route.ts';

type Asking = Pick<Ask, 'clinic' | 'principal' | 'reach' | 'log'>;

/**
 * Whether somebody runs a group: a counselor those that he leads or co-leads, a supervisor those of his site. With it he sees who is
 * in it, also patients of others. Pure.
 */
export function runsGroup({ principal, reach }: Pick<Ask, 'principal' | 'reach'>, group: Group): boolean {
  if (reach === 'caseload') return [group.leader, group.coLeader?.name].includes(principal.name);
  return reach === 'site' && (principal.site === EVERY_SITE || principal.site === group.site);
}

/** Which groups to ask for, to find those that somebody runs: all of these and perhaps some more. Null where he runs none. Pure. */
export function groupsToRun({ principal, reach }: Pick<Ask, 'principal' | 'reach'>): GroupFilter | null {
  if (reach === 'caseload') return { leader: principal.name };
  if (reach !== 'site' || principal.site === null) return null;
  return principal.site === EVERY_SITE ? {} : { site: principal.site };
}

/** The groups that somebody runs now, as they are on a day: today unless given. */
export async function groupsWithin(ask: Asking, on?: string): Promise<GroupStatus[]> {
  const { groups } = ask.clinic.engine;
  const asked = groupsToRun(ask);
  if (asked === null) return [];
  const found: GroupStatus[] = [];
  for (const status of await groups.list(on === undefined ? asked : { ...asked, on })) {
    const now = on === undefined ? status : await groups.status(status.id);
    if (runsGroup(ask, now.group)) found.push(status);
  }
  return found;
}

/** A group as it is today. Throws the problem `not-found` for one that is not there and for one that he does not run, and logs it. */
export async function reachGroup(ask: Asking, id: string): Promise<GroupStatus> {
  const found = await ask.clinic.engine.groups.status(id).catch((error: unknown) => {
    if (error instanceof StepwellError && error.code === 'not-found') return null;
    throw error;
  });
  if (found !== null && runsGroup(ask, found.group)) return found;
  ask.log({ outcome: 'denied', reason: `the group ${id}` });
  throw new HttpProblem(404, 'not-found', 'There is nothing here for you under that name.');
}
