import { addDays, type CalendarDate, daysBetween } from '../../curriculum/calendar-date.ts';
import { engagementOfMeeting, findClash, takenBy } from './engagement.ts';
import type { GroupCommandOf } from './group-command.ts';
import { type GroupDecision, type GroupStanding, record, refuseGroup } from './group-decision.ts';
import { type GroupState, groupOn, tellGroup } from './group-state.ts';
import { findMeeting } from './meetings-of.ts';

type About = GroupCommandOf<'CancelMeeting' | 'RestoreMeeting' | 'MoveMeeting' | 'SetTopic'>;

/** Decides on one meeting that was not held yet: to cancel it, to have it after all, to move it, to choose its topic. */
export function decideMeeting(command: About, standing: GroupStanding): GroupDecision {
  const { state, closures, on, by } = standing;
  const meeting = findMeeting(state, command.meeting, closures);
  if (meeting === null) return unknownMeeting(standing, command.meeting);
  if (meeting.status === 'held')
    return refuseGroup(
      'meeting-held',
      `the meeting of ${meeting.date} was held; void its roster first if that was wrong`,
    );
  const about = { on, by, meeting: command.meeting };
  switch (command.type) {
    case 'CancelMeeting':
      return meeting.status === 'cancelled'
        ? refuseGroup('meeting-cancelled', `the meeting is cancelled already: ${meeting.reason}`)
        : record([{ type: 'MeetingCancelled', ...about, reason: command.reason }]);
    case 'RestoreMeeting':
      return state.exceptions.has(command.meeting)
        ? record([{ type: 'MeetingRestored', ...about }])
        : refuseGroup(
            'dates-contradict',
            'nothing was decided about this meeting; it is as the calendar has it',
          );
    case 'SetTopic': {
      const { topics } = groupOn(state, meeting.date);
      if (command.topic > topics.length)
        return refuseGroup('unknown-topic', `the group has topics 1 to ${topics.length}`);
      return record([{ type: 'TopicSet', ...about, topic: command.topic }]);
    }
    case 'MoveMeeting':
      return decideMove(command, standing, about);
  }
}

function decideMove(
  command: GroupCommandOf<'MoveMeeting'>,
  standing: GroupStanding,
  about: { on: string; by: string; meeting: string },
): GroupDecision {
  const { state, closures } = standing;
  const { date, start, minutes, place, reason } = command;
  if (date === undefined && start === undefined && minutes === undefined && place === undefined)
    return refuseGroup('dates-contradict', 'say to which day, time, length or room');
  const far = date === undefined ? null : outsideOfDays(state, command.meeting, date);
  if (far !== null) return refuseGroup('dates-contradict', far);
  const to = Object.fromEntries(
    Object.entries({ date, start, minutes, place }).filter(([, value]) => value !== undefined),
  );
  const event = { type: 'MeetingMoved', ...about, ...to, reason } as const;
  const after = tellGroup(state, event);
  const moved = findMeeting(after, command.meeting, closures);
  if (moved === null) return unknownMeeting(standing, command.meeting);
  if (moved.status === 'cancelled')
    return refuseGroup('meeting-cancelled', `nothing meets there on ${moved.date}: ${moved.reason}`);
  const wanted = [engagementOfMeeting(after, moved)];
  const taken = standing.taken(addDays(moved.date, -1), addDays(moved.date, 1), takenBy(wanted));
  const found = findClash(wanted, taken);
  return found === null ? record([event]) : refuseGroup('double-booked', found);
}

/** The refusal of a meeting that the calendar of a group does not have. */
export function unknownMeeting({ state }: GroupStanding, key: string): GroupDecision {
  return refuseGroup('unknown-meeting', `the calendar of ${state.id} has no meeting ${key}`);
}

/** How many days a meeting may be moved by at most. */
const MOST_MOVED = 366;

/** Why a meeting cannot be held on a day: the group has not begun or has ended, or it is too far away; null where it can. */
function outsideOfDays(
  { id, definitions, endsOn }: GroupState,
  meeting: string,
  date: CalendarDate,
): string | null {
  const [planned, first] = [meeting.slice(0, 10), definitions[0]?.from ?? date];
  if (date < first) return `${id} begins on ${first}`;
  if (endsOn !== null && date >= endsOn) return `${id} ends on ${endsOn}`;
  if (Math.abs(daysBetween(planned, date)) <= MOST_MOVED) return null;
  return `${date} is more than a year from ${planned}, on which the calendar has the meeting`;
}
