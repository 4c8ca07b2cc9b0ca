import { addDays } from '../../curriculum/calendar-date.ts';
import { findClash } from './engagement.ts';
import type { GroupCommandOf } from './group-command.ts';
import {
  type GroupDecision,
  type GroupStanding,
  LOOK_AHEAD,
  ownEngagements,
  record,
  refuseGroup,
} from './group-decision.ts';
import type { GroupWarning } from './group-outcome.ts';
import { groupOn, tellGroup } from './group-state.ts';

/**
 * Decides on a patient's joining. He joins a group that is full or closed only with a reason, waits where `wait` says so, and never
 * joins one whose times another of his groups or appointments takes.
 */
export function decideJoining(command: GroupCommandOf<'JoinGroup'>, standing: GroupStanding): GroupDecision {
  const { state, on, by } = standing;
  const { episode, reason, wait, from = on } = command;
  const group = groupOn(state, from);
  if (state.endsOn !== null && state.endsOn <= from)
    return refuseGroup('group-ended', `the group ended on ${state.endsOn}`);
  const member = state.members.find((m) => m.episode === episode && (m.to === null || m.to > from));
  if (member) return refuseGroup('already-in-group', `${episode} is in the group since ${member.from}`);
  const event = {
    type: 'MemberJoined',
    on,
    by,
    episode,
    from,
    ...(reason === undefined ? {} : { reason }),
  } as const;
  const after = tellGroup(state, event);
  const names = [`patient/${episode}`];
  const taken = standing.taken(from, addDays(from, LOOK_AHEAD), new Set(names));
  const clash = findClash(ownEngagements(standing, after, from), taken, names);
  if (clash !== null) return refuseGroup('double-booked', clash);
  const begun = [...state.held.values()].some(({ date }) => date < from);
  if (group.admission === 'closed' && begun && reason === undefined)
    return refuseGroup('group-closed', 'the group is closed and has begun; say why he joins all the same');
  const size = membersOn(standing, from);
  if (group.capacity !== undefined && size >= group.capacity && reason === undefined) {
    if (!wait)
      return refuseGroup(
        'group-full',
        `the group has ${size} of ${group.capacity} places taken and ${state.waiting.length} waiting; let him wait, or say why he joins all the same`,
      );
    if (state.waiting.some((waiting) => waiting.episode === episode))
      return refuseGroup('already-in-group', `${episode} is waiting for the group already`);
    return record([{ type: 'WaitingStarted', on, by, episode }]);
  }
  return record([event], sizeWarnings(standing, from, size + 1));
}

/** Decides on a patient's leaving, or on the end of his waiting. Who waits longest is told when a place comes free. */
export function decideLeaving(command: GroupCommandOf<'LeaveGroup'>, standing: GroupStanding): GroupDecision {
  const { state, on, by } = standing;
  const { episode, reason, from = on } = command;
  const member = state.members.find((m) => m.episode === episode && m.to === null);
  if (!member) {
    return state.waiting.some((waiting) => waiting.episode === episode)
      ? record([{ type: 'WaitingEnded', on, by, episode }])
      : refuseGroup('not-in-group', `${episode} is not in the group`);
  }
  const after = membersOn(standing, from) - 1;
  const next = state.waiting[0];
  const free: GroupWarning[] = next
    ? [
        {
          code: 'place-free',
          episode: next.episode,
          message: `a place comes free on ${from}; ${next.episode} waits since ${next.since}`,
        },
      ]
    : [];
  const why = reason === undefined ? {} : { reason };
  return record(
    [{ type: 'MemberLeft', on, by, episode, from, ...why }],
    [...free, ...sizeWarnings(standing, from, after).filter(({ code }) => code === 'below-minimum')],
  );
}

/** How many patients are in a group on a day. */
export function membersOn({ state }: GroupStanding, day: string): number {
  return state.members.filter((m) => m.from <= day && (m.to === null || m.to > day)).length;
}

/** What the rules of size say of a group on a day with so many patients in it. */
export function sizeWarnings({ state }: GroupStanding, day: string, size: number): GroupWarning[] {
  const { capacity, minimum, patientsPerLeader: ratio, coLeader } = groupOn(state, day);
  const leaders = coLeader === undefined ? 1 : 2;
  const warnings: (GroupWarning | false)[] = [
    capacity !== undefined &&
      size > capacity && { code: 'over-capacity', message: `${size} patients, and ${capacity} places` },
    capacity !== undefined &&
      size === capacity && { code: 'last-place', message: `all ${capacity} places are taken` },
    minimum !== undefined &&
      size < minimum && { code: 'below-minimum', message: `${size} patients; the group asks for ${minimum}` },
    ratio !== undefined &&
      size > ratio * leaders && {
        code: 'too-few-leaders',
        message: `${size} patients and ${leaders} leading; the group asks for one for every ${ratio}`,
      },
  ];
  return warnings.filter((warning) => warning !== false);
}
