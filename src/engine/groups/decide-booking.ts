import { addDays, toDayNumber } from '../../curriculum/calendar-date.ts';
import { type Episode, standAsOf } from '../episode.ts';
import { trackStatuses } from '../track-status.ts';
import { creditOf } from './credit-of.ts';
import { unknownMeeting } from './decide-meeting.ts';
import { sizeWarnings } from './decide-membership.ts';
import { engagementOfMeeting, findClash } from './engagement.ts';
import type { GroupCommandOf } from './group-command.ts';
import { type GroupDecision, type GroupStanding, record, refuseGroup } from './group-decision.ts';
import { groupOn, tellGroup } from './group-state.ts';
import { findMeeting } from './meetings-of.ts';
import { expectedAt } from './record-roster.ts';

/** Decides on booking a coming meeting of a group to make up a session that the patient owes. */
export function decideBooking(
  command: GroupCommandOf<'BookMakeUp'>,
  standing: GroupStanding,
  patient: Episode,
): GroupDecision {
  const { state, closures, today, on, by } = standing;
  const { episode, meeting: key } = command;
  const meeting = findMeeting(state, key, closures);
  if (meeting === null) return unknownMeeting(standing, key);
  if (meeting.status === 'held') return refuseGroup('meeting-held', 'the meeting was held already');
  if (meeting.status === 'cancelled')
    return refuseGroup('meeting-cancelled', `the meeting is cancelled: ${meeting.reason}`);
  if (expectedAt(standing, meeting).includes(episode))
    return refuseGroup('already-booked', `${episode} is expected at this meeting already`);
  if (meeting.topic === null)
    return refuseGroup('topic-needed', 'the topic of the meeting is not chosen yet');
  const stood = standAsOf(patient, today);
  const { plan } = stood.episode;
  const group = groupOn(state, meeting.date);
  const credit = creditOf(group, plan.curriculum.id, meeting.topic);
  if (credit.kind !== 'session')
    return refuseGroup(
      'no-credit',
      `${group.title} gives no credit for this topic in ${plan.curriculum.title}`,
    );
  const { track, session } = credit;
  const owed = trackStatuses(plan, stood.fold, toDayNumber(today)).find(({ id }) => id === track)?.owed ?? [];
  if (!owed.includes(session))
    return refuseGroup(
      'nothing-owed',
      `${episode} does not owe session ${session} of ${track}${owed.length === 0 ? '' : `; he owes ${owed.join(', ')}`}`,
    );
  const event = { type: 'MakeUpBooked', on, by, meeting: key, episode, track, session } as const;
  const after = tellGroup(state, event);
  const names = [`patient/${episode}`];
  const taken = standing.taken(addDays(meeting.date, -1), addDays(meeting.date, 1), new Set(names));
  const clash = findClash([engagementOfMeeting(after, meeting)], taken, names);
  if (clash !== null) return refuseGroup('double-booked', clash);
  const size = expectedAt({ state: after }, meeting).length;
  if (group.capacity !== undefined && size > group.capacity)
    return refuseGroup('group-full', `the meeting has all ${group.capacity} places taken`);
  return record([event], sizeWarnings(standing, meeting.date, size));
}

/** Decides on taking a booking back. */
export function decideBookingCancelled(
  command: GroupCommandOf<'CancelBooking'>,
  { state, on, by }: GroupStanding,
): GroupDecision {
  const { meeting, episode } = command;
  if (state.held.has(meeting)) return refuseGroup('meeting-held', 'the meeting was held already');
  return state.bookings.some((booking) => booking.meeting === meeting && booking.episode === episode)
    ? record([{ type: 'BookingCancelled', on, by, meeting, episode }])
    : refuseGroup('not-booked', `${episode} is not booked for this meeting`);
}
