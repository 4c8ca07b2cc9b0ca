import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import { recurringDays } from '../../curriculum/recurrence.ts';
import type { TimeOfDay } from '../../curriculum/time-of-day.ts';
import type { TimeZone } from '../../curriculum/time-zone.ts';
import { instantOfWallTime } from '../../curriculum/wall-time.ts';
import type { Closure } from './closure.ts';
import type { Group } from './group.ts';
import { definedFor, type GroupState, type HeldMeeting, type MeetingException } from './group-state.ts';
import type { MeetingKey } from './meeting-key.ts';

/** A dated meeting of a group. */
export type Meeting = {
  readonly group: string;
  /** Where the calendar has it; its name, also after it was moved. */
  readonly meeting: MeetingKey;
  readonly title: string;
  readonly site: string;
  readonly timeZone: TimeZone;
  /** Where it is held: day, time on the clocks of the site, minutes, room. */
  readonly date: CalendarDate;
  readonly start: TimeOfDay;
  readonly minutes: number;
  readonly place: string | null;
  /** The moment at which it begins, in milliseconds since 1970-01-01T00:00Z. */
  readonly startsAt: number;
  /** The number of its topic, and the topic; null where the leader has still to choose it. */
  readonly topic: number | null;
  readonly topicTitle: string | null;
  readonly status: 'planned' | 'moved' | 'cancelled' | 'held';
  /** Why it was moved or cancelled. */
  readonly reason: string | null;
  readonly leader: string;
  readonly coLeader: string | null;
};

type Planned = { readonly key: MeetingKey; readonly date: CalendarDate; readonly start: TimeOfDay } & {
  readonly minutes: number;
  readonly group: Group;
};

/**
 * The meetings of a group on the days from one to another, both included, where they are held; in order. Pure.
 *
 * A meeting keeps the topic that the calendar gives it: others that are cancelled or moved do not change it, unless the group says that
 * a cancelled topic is held next. What was held keeps the topic with which it was recorded, whatever is decided later.
 */
export function meetingsOf(
  state: GroupState,
  from: CalendarDate,
  to: CalendarDate,
  closures: readonly Closure[] = [],
): Meeting[] {
  const moved = [...state.exceptions].filter(([, { moved }]) => moved?.date !== undefined);
  const last = moved.reduce((latest, [key]) => (key.slice(0, 10) > latest ? key.slice(0, 10) : latest), to);
  const topics = new TopicWalk();
  return plannedUpTo(state, last)
    .map((planned) => {
      const exception = state.exceptions.get(planned.key) ?? {};
      const held = state.held.get(planned.key);
      const meeting = describeMeeting(state.id, planned, exception, held, closures);
      const topic = topics.next(planned.group, meeting.status, held?.topic ?? exception.topic);
      return { ...meeting, topic, topicTitle: planned.group.topics[(topic ?? 0) - 1] ?? null };
    })
    .filter(({ date }) => date >= from && date <= to)
    .sort((a, b) => compare(`${a.date}T${a.start}`, `${b.date}T${b.start}`));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All meetings of the calendar up to a day, in its order; what was held is among them even where the calendar has it no more. */
function plannedUpTo(state: GroupState, to: CalendarDate): Planned[] {
  const planned = new Map<MeetingKey, Planned>();
  for (const { group, from, to: until } of definedFor(state)) {
    const end = until !== null && until < to ? until : to;
    for (const { rule, start, minutes } of group.times)
      for (const date of recurringDays(rule, group.from, from, end)) {
        const key = `${date}T${start}`;
        if (!planned.has(key)) planned.set(key, { key, date, start, minutes, group });
      }
  }
  return [...planned.values()].sort((a, b) => compare(a.key, b.key));
}

/** Gives each meeting of a calendar its topic, in order. */
class TopicWalk {
  #next: number | null = null;

  next(group: Group, status: Meeting['status'], given: number | undefined): number | null {
    const count = group.topics.length;
    const due = ((this.#next ?? group.firstTopic ?? 1) - 1) % count;
    if (group.topicOrder === 'chosen') return given ?? null;
    const shifts = group.afterCancellation === 'shift';
    if (shifts && status === 'cancelled') {
      this.#next = due + 1;
      return null;
    }
    this.#next = (shifts && given !== undefined ? given : due + 1) + 1;
    return given ?? due + 1;
  }
}

function describeMeeting(
  id: string,
  planned: Planned,
  exception: MeetingException,
  held: HeldMeeting | undefined,
  closures: readonly Closure[],
): Meeting {
  const { group, key } = planned;
  const { moved } = exception;
  const at = held ?? {
    date: moved?.date ?? planned.date,
    start: moved?.start ?? planned.start,
    minutes: moved?.minutes ?? planned.minutes,
    leader: group.leader,
    coLeader: group.coLeader?.name ?? null,
  };
  const closed = closures.find(({ from, to }) => at.date >= from && at.date <= to);
  const cancelled = held ? undefined : (exception.cancelled ?? closed?.reason);
  const status = held ? 'held' : cancelled !== undefined ? 'cancelled' : moved ? 'moved' : 'planned';
  return {
    group: id,
    meeting: key,
    title: group.title,
    site: group.site,
    timeZone: group.timeZone,
    date: at.date,
    start: at.start,
    minutes: at.minutes,
    place: moved?.place ?? group.place ?? null,
    startsAt: instantOfWallTime(at.date, at.start, group.timeZone).epochMilliseconds,
    topic: null,
    topicTitle: null,
    status,
    reason: cancelled ?? moved?.reason ?? null,
    leader: at.leader,
    coLeader: at.coLeader,
  };
}

/** The meeting of a group by its name, or null where its calendar has none of that name. */
export function findMeeting(
  state: GroupState,
  key: MeetingKey,
  closures: readonly Closure[] = [],
): Meeting | null {
  const planned = key.slice(0, 10);
  const day = state.held.get(key)?.date ?? state.exceptions.get(key)?.moved?.date ?? planned;
  return meetingsOf(state, day, day, closures).find(({ meeting }) => meeting === key) ?? null;
}
