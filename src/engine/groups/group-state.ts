import { addDays, type CalendarDate } from '../../curriculum/calendar-date.ts';
import type { TimeOfDay } from '../../curriculum/time-of-day.ts';
import { changeGroup } from './change-group.ts';
import type { Group } from './group.ts';
import type { GroupEvent, RosterEntry } from './group-event.ts';
import type { MeetingKey } from './meeting-key.ts';

/** What was decided about one meeting, apart from what its group's calendar says. */
export type MeetingException = {
  readonly cancelled?: string;
  readonly moved?: {
    readonly date?: CalendarDate | undefined;
    readonly start?: TimeOfDay | undefined;
    readonly minutes?: number | undefined;
    readonly place?: string | undefined;
    readonly reason: string;
  };
  readonly topic?: number;
};

/** A meeting that was held, as it was then; later changes of the group do not change it. */
export type HeldMeeting = {
  readonly date: CalendarDate;
  readonly start: TimeOfDay;
  readonly minutes: number;
  readonly topic: number;
  readonly leader: string;
  readonly coLeader: string | null;
  readonly guests: number;
  readonly rows: readonly RosterEntry[];
};

/** A patient's place in a group; `to` is the first day on which he is not in it any more, null while he is. */
export type Membership = {
  readonly episode: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
};

/** A make-up that is booked: a patient of elsewhere who comes to one meeting for a session that he owes. */
export type Booking = {
  readonly meeting: MeetingKey;
  readonly episode: string;
  readonly track: string;
  readonly session: number;
};

/** Everything that the stream of a group says. Immutable. */
export type GroupState = {
  readonly id: string;
  /** The number of its latest event; 0 for a group that does not exist yet. */
  readonly version: number;
  /** The group as it is from a day on, the earliest first. */
  readonly definitions: readonly { readonly from: CalendarDate; readonly group: Group }[];
  /** The first day on which it does not meet any more. */
  readonly endsOn: CalendarDate | null;
  readonly exceptions: ReadonlyMap<MeetingKey, MeetingException>;
  readonly held: ReadonlyMap<MeetingKey, HeldMeeting>;
  readonly members: readonly Membership[];
  readonly waiting: readonly { readonly episode: string; readonly since: CalendarDate }[];
  readonly bookings: readonly Booking[];
};

/** A group of which nothing is known yet. */
export function emptyGroup(id: string): GroupState {
  const none = { definitions: [], endsOn: null, exceptions: new Map(), held: new Map() };
  return { id, version: 0, ...none, members: [], waiting: [], bookings: [] };
}

/** The group after one more event. Pure. */
export function tellGroup(before: GroupState, event: GroupEvent): GroupState {
  return { ...before, ...changeOf(before, event), version: before.version + 1 };
}

function changeOf(state: GroupState, event: GroupEvent): Partial<GroupState> {
  switch (event.type) {
    case 'GroupDefined':
      return { definitions: [{ from: event.group.from, group: event.group }] };
    case 'GroupChanged': {
      const group = changeGroup(groupOn(state, event.from), event.change);
      const kept = state.definitions.filter(({ from }) => from < event.from);
      return { definitions: [...kept, { from: event.from, group }] };
    }
    case 'GroupEnded':
      return { endsOn: event.from, members: leaveAll(state.members, event.from), waiting: [] };
    case 'MeetingCancelled':
      return except(state, event.meeting, { cancelled: event.reason });
    case 'MeetingRestored':
      return { exceptions: without(state.exceptions, event.meeting) };
    case 'MeetingMoved': {
      const { date, start, minutes, place, reason } = event;
      return except(state, event.meeting, { moved: { date, start, minutes, place, reason } });
    }
    case 'TopicSet':
      return except(state, event.meeting, { topic: event.topic });
    case 'MemberJoined': {
      const member = { episode: event.episode, from: event.from, to: null };
      return {
        members: [...state.members, member],
        waiting: state.waiting.filter(({ episode }) => episode !== event.episode),
      };
    }
    case 'MemberLeft':
      return {
        members: leaveAll(state.members, event.from, event.episode),
      };
    case 'WaitingStarted':
      return { waiting: [...state.waiting, { episode: event.episode, since: event.on }] };
    case 'WaitingEnded':
      return { waiting: state.waiting.filter(({ episode }) => episode !== event.episode) };
    case 'MakeUpBooked': {
      const { meeting, episode, track, session } = event;
      return { bookings: [...state.bookings, { meeting, episode, track, session }] };
    }
    case 'BookingCancelled':
      return {
        bookings: state.bookings.filter(
          (booking) => booking.meeting !== event.meeting || booking.episode !== event.episode,
        ),
      };
    case 'RosterRecorded': {
      const before = state.held.get(event.meeting);
      const { date, start, minutes, topic, leader, coLeader = null, guests, rows } = event;
      const held = before
        ? { ...before, guests: before.guests + guests, rows: [...before.rows, ...rows] }
        : { date, start, minutes, topic, leader, coLeader, guests, rows };
      return { held: new Map([...state.held, [event.meeting, held]]) };
    }
    case 'RosterVoided':
      return { held: without(state.held, event.meeting) };
  }
}

function leaveAll(members: readonly Membership[], to: CalendarDate, episode?: string): Membership[] {
  return members
    .filter(
      (member) => member.from < to || member.to !== null || (episode ?? member.episode) !== member.episode,
    )
    .map((member) =>
      member.to === null && (episode === undefined || member.episode === episode)
        ? { ...member, to }
        : member,
    );
}

function except(state: GroupState, meeting: MeetingKey, more: MeetingException): Partial<GroupState> {
  const exception = { ...state.exceptions.get(meeting), ...more };
  return { exceptions: new Map([...state.exceptions, [meeting, exception]]) };
}

function without<V>(map: ReadonlyMap<string, V>, key: string): Map<string, V> {
  return new Map([...map].filter(([k]) => k !== key));
}

/** The group as it is on a day, or as it began for a day before that. */
export function groupOn({ definitions }: GroupState, day: CalendarDate): Group {
  const found = definitions.findLast(({ from }) => from <= day) ?? definitions[0];
  if (found === undefined) throw new Error('the group is not defined');
  return found.group;
}

/** The days from which each definition of a group holds, with the last day on which it does; null where it goes on. */
export function definedFor(
  state: GroupState,
): readonly { readonly group: Group; readonly from: CalendarDate; readonly to: CalendarDate | null }[] {
  const end = state.endsOn === null ? null : addDays(state.endsOn, -1);
  return state.definitions.map(({ from, group }, i) => {
    const next = state.definitions[i + 1]?.from;
    const to = next === undefined ? end : addDays(next, -1);
    return { group, from, to: to !== null && end !== null && end < to ? end : to };
  });
}
