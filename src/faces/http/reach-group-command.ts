import { EVERY_SITE } from '../../access/account.ts';
import type { GroupStatus } from '../../engine/groups/engine-groups.ts';
import type { GroupCommand } from '../../engine/groups/group-command.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { demandOwn } from './demand-own.ts';
import { HttpProblem } from './http-problem.ts';
import { groupsWithin, reachGroup, runsGroup } from './reach-groups.ts';
import type { Ask } from './route.ts';

/**
 * Demands that somebody may do with a group what a command says, and logs whose records it concerns: he runs the group, and reaches
 * the patients whom he adds to it. A make-up of a patient within reach can be booked in any group. Days of a site are for whoever
 * reaches the site.
 *
 * Throws the problem `not-found` for a group or a patient out of reach, `not-your-group` for one that he would define for others, and
 * `role-not-allowed` for the days of a site.
 */
export async function reachGroupCommand(ask: Ask, command: GroupCommand): Promise<void> {
  if (command.type === 'CloseSite' || command.type === 'ReopenSite') return reachSite(ask, command.site);
  if (command.type === 'DefineGroup') {
    if (!runsGroup(ask, command.definition)) throw notYours(ask, command.group);
    return;
  }
  const own = (await groupsWithin(ask)).find(({ id }) => id === command.group) ?? null;
  const placing = command.type === 'BookMakeUp' || command.type === 'CancelBooking';
  const run = own === null && !placing ? await reachGroup(ask, command.group) : own;
  const site = command.type === 'ChangeGroup' ? command.change.site : undefined;
  if (run !== null && site !== undefined && ask.reach === 'site' && !runsGroup(ask, { ...run.group, site }))
    throw notYours(ask, command.group);
  const known = run === null ? [] : await inGroup(ask, run, command);
  const strange = named(command).filter((episode) => !known.includes(episode));
  if (strange.length > 0) {
    await ask.reachEpisodes(strange);
    await demandOwn(ask, strange);
  }
  if (known.length > 0) await ask.noteSeen(known.map((episode) => ({ episode })));
}

/** The days on which a site is closed are set by whoever reaches all of its patients. */
function reachSite(ask: Ask, site: string): void {
  const { principal, reach } = ask;
  if (reach === 'site' && (principal.site === EVERY_SITE || principal.site === site)) return;
  ask.log({ outcome: 'denied', reason: `the days of ${site}` });
  throw new HttpProblem(403, 'role-not-allowed', 'The days of a site are set by a supervisor of it.');
}

function notYours(ask: Ask, group: string): HttpProblem {
  ask.log({ outcome: 'denied', reason: `the group ${group}` });
  return new HttpProblem(
    403,
    'not-your-group',
    'A counselor defines groups that he leads or co-leads, a supervisor those of his site.',
  );
}

/** The episodes that a command names. */
function named(command: GroupCommand): string[] {
  if ('episode' in command) return [command.episode];
  return command.type === 'RecordRoster' ? (command.rows ?? []).map(({ episode }) => episode) : [];
}

/** Who is in a group, waits for it, or stands on the roster that a command is about. */
async function inGroup(ask: Ask, own: GroupStatus, command: GroupCommand): Promise<string[]> {
  const all: { readonly episode: string }[] = [...own.members, ...own.waiting, ...own.bookings];
  if (command.type === 'RecordRoster' || command.type === 'VoidRoster')
    all.push(...(await linesOf(ask, command)));
  return [...new Set(all.map(({ episode }) => episode))];
}

/** The lines of a roster; none where the calendar has no such meeting, which the command itself is told. */
async function linesOf({ clinic }: Ask, { group, meeting }: { group: string; meeting: string }) {
  return clinic.engine.groups.roster(group, meeting).then(
    ({ lines }) => lines,
    (error: unknown) => {
      if (error instanceof StepwellError && error.code === 'not-found') return [];
      throw error;
    },
  );
}
