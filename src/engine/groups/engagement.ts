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

/**
 * The engagements of groups on the days from one to another, of those groups that may take up somebody or something among `names`;
 * cancelled meetings take up nobody.
 */
export function engagementsOf(
  groups: readonly { readonly state: GroupState; readonly closures: readonly Closure[] }[],
  from: CalendarDate,
  to: CalendarDate,
  names?: ReadonlySet<string>,
): Engagement[] {
  const concerned =
    names === undefined ? groups : groups.filter(({ state }) => takesAny(namesIn(state), names));
  return concerned.flatMap(({ state, closures }) =>
    meetingsOf(state, addDays(from, -1), addDays(to, 1), closures)
      .filter(({ status }) => status !== 'cancelled')
      .map((meeting) => engagementOfMeeting(state, meeting)),
  );
}

const known = new WeakMap<GroupState, ReadonlySet<string>>();

/** Whom and what a group may take up at any time. */
function namesIn(state: GroupState): ReadonlySet<string> {
  const found = known.get(state);
  if (found !== undefined) return found;
  const names = new Set<string>();
  for (const { group } of state.definitions) {
    const moved = [...state.exceptions.values()].map((exception) => exception.moved?.place);
    for (const place of [group.place, ...moved])
      if (place !== undefined) names.add(`room/${group.site}/${place}`);
    names.add(`staff/${group.leader}`);
    if (group.coLeader !== undefined) names.add(`staff/${group.coLeader.name}`);
  }
  for (const { leader, coLeader } of state.held.values())
    for (const name of [leader, coLeader]) if (name !== null) names.add(`staff/${name}`);
  for (const { episode } of [...state.members, ...state.bookings]) names.add(`patient/${episode}`);
  known.set(state, names);
  return names;
}

function takesAny(names: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const name of wanted) if (names.has(name)) return true;
  return false;
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
    for (const name of engagement.takes) {
      const others = byName.get(name);
      if (others === undefined) byName.set(name, [engagement]);
      else others.push(engagement);
    }
  for (const want of wanted)
    for (const name of of ?? want.takes) {
      const other = byName.get(name)?.find(({ from, to }) => from < want.to && want.from < to);
      if (other) return `${sayWhom(name)} is taken on ${other.when} by ${other.what}`;
    }
  return null;
}

/** All that engagements take up. */
export function takenBy(engagements: readonly Engagement[]): ReadonlySet<string> {
  return new Set(engagements.flatMap(({ takes }) => takes));
}

function sayWhom(name: string): string {
  const [kind, ...rest] = name.split('/');
  const who = rest.at(-1) ?? '';
  return kind === 'patient' ? `the patient of episode ${who}` : kind === 'room' ? `room ${who}` : who;
}
