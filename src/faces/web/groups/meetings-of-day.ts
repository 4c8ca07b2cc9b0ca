import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import type { Meeting } from '../../../engine/groups/meetings-of.ts';
import type { Roster } from '../../../engine/groups/roster.ts';
import { groupsToRun, runsGroup } from '../../http/reach-groups.ts';
import type { Ask } from '../../http/route.ts';
import { takesGuests } from './takes-guests.ts';

/** The groups of a day as somebody sees them. */
export type MeetingsOfDay = {
  /** Those that he runs, each with its roster and whether guests are to be expected. */
  readonly own: readonly { readonly roster: Roster; readonly guests: boolean }[];
  /** Those of others at which patients of his are expected. */
  readonly others: readonly { readonly meeting: Meeting; readonly patients: readonly CaseloadRow[] }[];
  /** Which patient is expected for which track, as `episode track`: it stands on the roster of a group. */
  readonly taken: ReadonlySet<string>;
};

/** The meetings of a day of all groups that concern somebody: those that he runs, and those to which his patients go. */
export async function meetingsOfDay(
  ask: Pick<Ask, 'clinic' | 'principal' | 'reach'>,
  day: string,
  patients: readonly CaseloadRow[],
): Promise<MeetingsOfDay> {
  const { groups } = ask.clinic.engine;
  const toRun = groupsToRun(ask);
  const run = toRun === null ? [] : await groups.list({ ...toRun, on: day });
  const visited = await groups.list({ episodes: patients.map(({ episode }) => episode), on: day });
  const meetings: Meeting[] = [];
  const byId = new Map([...run, ...visited].map((status) => [status.id, status]));
  for (const group of byId.keys()) meetings.push(...(await groups.meetings({ group, from: day, to: day })));
  meetings.sort((a, b) => a.startsAt - b.startsAt || (a.group < b.group ? -1 : 1));
  const own: MeetingsOfDay['own'][number][] = [];
  const others: MeetingsOfDay['others'][number][] = [];
  const taken = new Set<string>();
  for (const meeting of meetings) {
    const status = byId.get(meeting.group);
    if (status === undefined) continue;
    const { members, group } = status;
    const mine = patients.filter(({ episode }) => members.some((member) => member.episode === episode));
    for (const { episode, curriculum } of mine)
      taken.add(
        `${episode} ${group.credits.find((credit) => credit.curriculum === curriculum)?.track ?? ''}`,
      );
    if (runsGroup(ask, group)) {
      const roster = await groups.roster(meeting.group, meeting.meeting);
      for (const { episode, credit } of roster.lines) taken.add(`${episode} ${credit?.track ?? ''}`);
      own.push({ roster, guests: await takesGuests(ask.clinic, group) });
    } else if (mine.length > 0) others.push({ meeting, patients: mine });
  }
  return { own, others, taken };
}
