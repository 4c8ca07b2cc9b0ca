import { addDays, daysBetween } from '../../curriculum/calendar-date.ts';
import { changeGroup } from './change-group.ts';
import { findClash, takenBy } from './engagement.ts';
import { Group } from './group.ts';
import type { GroupCommandOf } from './group-command.ts';
import {
  farFromToday,
  type GroupDecision,
  type GroupStanding,
  LOOK_AHEAD,
  ownEngagements,
  record,
  refuseGroup,
} from './group-decision.ts';
import { groupOn, tellGroup } from './group-state.ts';

/** Decides on the beginning of a group. Refused where it exists, where its leader or room is taken, or its co-leader is not ready. */
export function decideDefinition(
  command: GroupCommandOf<'DefineGroup'>,
  standing: GroupStanding,
): GroupDecision {
  const { state, on, by } = standing;
  const { definition: group } = command;
  if (state.version > 0) return refuseGroup('group-exists', `there is a group ${state.id} already`);
  const event = { type: 'GroupDefined', on, by, group } as const;
  return (
    farFromToday(standing, group.from) ??
    coLeaderProblem(group, group.from) ??
    clash(standing, tellGroup(state, event), group.from) ??
    record([event])
  );
}

/** Decides on a change of a group from a day on. What was held, and what was held before that day, stays as it was. */
export function decideChange(command: GroupCommandOf<'ChangeGroup'>, standing: GroupStanding): GroupDecision {
  const { state, on, by } = standing;
  const { from, change } = command;
  const held = lastHeld(standing);
  if (held !== null && from <= held)
    return refuseGroup(
      'before-what-was-held',
      `a meeting was held on ${held}; a change can take effect from ${addDays(held, 1)} on`,
    );
  const far = farFromToday(standing, from);
  if (far !== null) return far;
  const first = state.definitions[0]?.from ?? from;
  if (from < first) return refuseGroup('dates-contradict', `the group begins on ${first}`);
  const checked = Group.safeParse(changeGroup(groupOn(state, from), change));
  if (!checked.success)
    return refuseGroup('dates-contradict', checked.error.issues.map(({ message }) => message).join('; '));
  const event = { type: 'GroupChanged', on, by, from, change } as const;
  const after = tellGroup(state, event);
  return coLeaderProblem(checked.data, from) ?? clash(standing, after, from) ?? record([event]);
}

/** Decides on the end of a group: from a day on it meets no more, and its members leave it. */
export function decideEnd(command: GroupCommandOf<'EndGroup'>, standing: GroupStanding): GroupDecision {
  const { state, on, by } = standing;
  const { from, reason } = command;
  const held = lastHeld(standing);
  if (held !== null && from <= held)
    return refuseGroup('before-what-was-held', `a meeting was held on ${held}; the group can end after it`);
  if (state.endsOn !== null) return refuseGroup('group-ended', `the group ended on ${state.endsOn}`);
  const why = reason === undefined ? {} : { reason };
  return record([{ type: 'GroupEnded', on, by, from, ...why }]);
}

function lastHeld({ state }: GroupStanding): string | null {
  const days = [...state.held].flatMap(([key, { date }]) => [key.slice(0, 10), date]);
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** A co-leader in recovery has to have been abstinent for as long as the program asks. */
function coLeaderProblem(group: Group, from: string): GroupDecision | null {
  const weeks = group.coLeaderAbstinentWeeks;
  if (weeks === undefined || group.coLeader === undefined) return null;
  const { name, abstinentSince } = group.coLeader;
  if (abstinentSince === undefined)
    return refuseGroup(
      'co-leader-not-ready',
      `say since when ${name} is abstinent; the program asks for ${weeks} weeks`,
    );
  const reached = Math.floor(daysBetween(abstinentSince, from) / 7);
  if (reached >= weeks) return null;
  return refuseGroup(
    'co-leader-not-ready',
    `${name} will have been abstinent for ${Math.max(0, reached)} weeks on ${from}; the program asks for ${weeks}, which is ${addDays(abstinentSince, weeks * 7)}`,
  );
}

function clash(standing: GroupStanding, after: GroupStanding['state'], from: string): GroupDecision | null {
  const wanted = ownEngagements(standing, after, from);
  const taken = standing.taken(from, addDays(from, LOOK_AHEAD), takenBy(wanted));
  const found = findClash(wanted, taken);
  return found === null ? null : refuseGroup('double-booked', found);
}
