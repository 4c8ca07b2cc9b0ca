import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import { addDays } from '../../curriculum/calendar-date.ts';
import type { Closure } from './closure.ts';
import type { GroupState } from './group-state.ts';
import { type Meeting, meetingsOf } from './meetings-of.ts';

/** Something that takes up people and a room for a while. */
export type Engagement = {
  readonly what: string;
  /** Milliseconds since 1970-01-01T00:00Z; the end is the first moment after it. */
  readonly from: number;
  readonly to: number;
  readonly when: string;
  /** Whom and what it takes up: `staff/kim`, `patient/e-1`, `room/north/2`. */
  readonly takes: readonly string[];
};

const MINUTE = 60_000;

/** The engagement that a meeting is: of its leaders, its room, its members and those who make something up in it. */
export function engagementOfMeeting(state: GroupState, meeting: Meeting): Engagement {
  const { date, place, site, leader, coLeader } = meeting;
  const members = state.members.filter((m) => m.from <= date && (m.to === null || m.to > date));
  const booked = state.bookings.filter((booking) => booking.meeting === meeting.meeting);
  return {
    what: meeting.title,
    from: meeting.startsAt,
    to: meeting.startsAt + meeting.minutes * MINUTE,
    when: `${date} at ${meeting.start}`,
    takes: [
      `staff/${leader}`,
      ...(coLeader === null ? [] : [`staff/${coLeader}`]),
      ...(place === null ? [] : [`room/${site}/${place}`]),
      ...[...members, ...booked].map(({ episode }) => `patient/${episode}`),
    ],
  };
}

/** The engagements of groups on the days from one to another; cancelled meetings take up nobody. */
export function engagementsOf(
  groups: readonly { readonly state: GroupState; readonly closures: readonly Closure[] }[],
  from: CalendarDate,
  to: CalendarDate,
): Engagement[] {
  return groups.flatMap(({ state, closures }) =>
    meetingsOf(state, addDays(from, -1), addDays(to, 1), closures)
      .filter(({ status }) => status !== 'cancelled')
      .map((meeting) => engagementOfMeeting(state, meeting)),
  );
}

/**
 * The first pair of engagements that take up the same person or room at the same time, said in words; null where there is none.
 * `of` says whom or what the question is about: all that the wanted engagements take up unless given.
 */
export function findClash(
  wanted: readonly Engagement[],
  taken: readonly Engagement[],
  of?: readonly string[],
): string | null {
  const byName = new Map<string, Engagement[]>();
  for (const engagement of taken)
    for (const name of engagement.takes) byName.set(name, [...(byName.get(name) ?? []), engagement]);
  for (const want of wanted)
    for (const name of of ?? want.takes) {
      const other = byName.get(name)?.find(({ from, to }) => from < want.to && want.from < to);
      if (other) return `${sayWhom(name)} is taken on ${other.when} by ${other.what}`;
    }
  return null;
}

function sayWhom(name: string): string {
  const [kind, ...rest] = name.split('/');
  const who = rest.at(-1) ?? '';
  return kind === 'patient' ? `the patient of episode ${who}` : kind === 'room' ? `room ${who}` : who;
}
