import { addDays, type CalendarDate } from '../../curriculum/calendar-date.ts';
import { recurringDays } from '../../curriculum/recurrence.ts';
import type { TimeOfDay } from '../../curriculum/time-of-day.ts';
import type { TimeZone } from '../../curriculum/time-zone.ts';
import { instantOfWallTime } from '../../curriculum/wall-time.ts';
import { type Closure, NO_CLOSURES } from './closure.ts';
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

/** A meeting as the calendar of the group has it. */
type Planned = { readonly key: MeetingKey; readonly date: CalendarDate; readonly start: TimeOfDay } & {
  readonly minutes: number;
  readonly group: Group;
};

/** A meeting with what was decided about it: where it is held, whether it is, and its topic. */
export type Slot = {
  readonly planned: Planned;
  readonly exception: MeetingException;
  readonly held: HeldMeeting | undefined;
  readonly cancelled: string | undefined;
  readonly status: Meeting['status'];
  readonly date: CalendarDate;
  readonly start: TimeOfDay;
  readonly topic: number | null;
  /** The whole meeting, once somebody asked for it. */
  meeting: Meeting | null;
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
  closures: readonly Closure[] = NO_CLOSURES,
): Meeting[] {
  return slotsOf(state, from, to, closures).map((slot) => meetingOf(state, slot));
}

/** The same before it is described: of many meetings most are only looked at. */
export function slotsOf(
  state: GroupState,
  from: CalendarDate,
  to: CalendarDate,
  closures: readonly Closure[] = NO_CLOSURES,
): readonly Slot[] {
  const slots = slotsUpTo(state, to, closures);
  const first = firstFrom(slots, from);
  let end = first;
  while (end < slots.length && (slots[end] as Slot).date <= to) end += 1;
  return slots.slice(first, end);
}

/** The meeting that is in a slot of a group's calendar. */
export function meetingOf(state: GroupState, slot: Slot): Meeting {
  slot.meeting ??= describeMeeting(state.id, slot);
  return slot.meeting;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The number of the first slot on a day or after it; slots are in the order of time. */
function firstFrom(slots: readonly Slot[], from: CalendarDate): number {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] as Slot).date < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much further than asked a calendar is laid out, so that the next question finds it. */
const MARGIN = 120;

/**
 * A calendar goes on for 25 years from the day from which its group is as it is, so that no question takes for ever. Every change of
 * the group begins that anew.
 */
const FURTHEST = 9_131;

type Laid<T> = { readonly to: CalendarDate; readonly of: unknown; readonly made: readonly T[] };
/** What was laid out already, for as long as the state or its definitions are in use: both never change. */
const laidSlots = new WeakMap<GroupState, Laid<Slot>>();
const laidPlans = new WeakMap<GroupState['definitions'], Laid<Planned>>();

/** What the calendar of a group has up to a day at least, where it is held, in the order of time. */
function slotsUpTo(state: GroupState, to: CalendarDate, closures: readonly Closure[]): readonly Slot[] {
  const known = laidSlots.get(state);
  if (known !== undefined && known.of === closures && known.to >= to) return known.made;
  const end = addDays(to, MARGIN);
  // A meeting that was moved may come from behind the last day.
  let last = end;
  for (const [key, { moved }] of state.exceptions)
    if (moved?.date !== undefined && key.slice(0, 10) > last) last = key.slice(0, 10);
  const topics = new TopicWalk();
  const slots = plannedUpTo(state, last).map((planned): Slot => {
    const exception = state.exceptions.get(planned.key) ?? NOTHING;
    const held = state.held.get(planned.key);
    const date = held?.date ?? exception.moved?.date ?? planned.date;
    const start = held?.start ?? exception.moved?.start ?? planned.start;
    const closed = closures.find((closure) => date >= closure.from && date <= closure.to);
    const cancelled = held ? undefined : (exception.cancelled ?? closed?.reason);
    const status = held
      ? 'held'
      : cancelled !== undefined
        ? 'cancelled'
        : exception.moved
          ? 'moved'
          : 'planned';
    const topic = topics.next(planned.group, status, held?.topic ?? exception.topic);
    return { planned, exception, held, cancelled, status, date, start, topic, meeting: null };
  });
  const made = slots.sort((a, b) => compare(`${a.date}T${a.start}`, `${b.date}T${b.start}`));
  laidSlots.set(state, { to: end, of: closures, made });
  return made;
}

const NOTHING: MeetingException = {};

/** All meetings of the calendar up to a day at least, in its order. */
function plannedUpTo(state: GroupState, to: CalendarDate): readonly Planned[] {
  const known = laidPlans.get(state.definitions);
  if (known !== undefined && known.of === state.endsOn && known.to >= to) return known.made;
  const planned = new Map<MeetingKey, Planned>();
  for (const { group, from, to: until } of definedFor(state)) {
    const end = [addDays(from, FURTHEST), to, until ?? to].reduce((a, b) => (b < a ? b : a));
    for (const { rule, start, minutes } of group.times)
      for (const date of recurringDays(rule, group.from, from, end)) {
        const key = `${date}T${start}`;
        if (!planned.has(key)) planned.set(key, { key, date, start, minutes, group });
      }
  }
  const made = [...planned.values()].sort((a, b) => compare(a.key, b.key));
  laidPlans.set(state.definitions, { to, of: state.endsOn, made });
  return made;
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
  { planned, exception, held, cancelled, status, date, start, topic }: Slot,
): Meeting {
  const { group, key } = planned;
  const { moved } = exception;
  return {
    group: id,
    meeting: key,
    title: group.title,
    site: group.site,
    timeZone: group.timeZone,
    date,
    start,
    minutes: held?.minutes ?? moved?.minutes ?? planned.minutes,
    place: moved?.place ?? group.place ?? null,
    startsAt: instantOfWallTime(date, start, group.timeZone).epochMilliseconds,
    topic,
    topicTitle: group.topics[(topic ?? 0) - 1] ?? null,
    status,
    reason: cancelled ?? moved?.reason ?? null,
    leader: held?.leader ?? group.leader,
    coLeader: held ? held.coLeader : (group.coLeader?.name ?? null),
  };
}

/** The meeting of a group by its name, or null where its calendar has none of that name. */
export function findMeeting(
  state: GroupState,
  key: MeetingKey,
  closures: readonly Closure[] = NO_CLOSURES,
): Meeting | null {
  const planned = key.slice(0, 10);
  const day = state.held.get(key)?.date ?? state.exceptions.get(key)?.moved?.date ?? planned;
  return meetingsOf(state, day, day, closures).find(({ meeting }) => meeting === key) ?? null;
}
