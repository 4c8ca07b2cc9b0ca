import { RRuleTemporal } from 'rrule-temporal';
import { z } from 'zod';
import { type CalendarDate, fromDayNumber, toDayNumber } from './calendar-date.ts';

const DAY = 86_400_000;
const PARTS = new Set(
  'FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST'.split(' '),
);

/**
 * A rule of iCalendar (RFC 5545, section 3.3.10) by which days recur, such as `FREQ=WEEKLY;BYDAY=MO,FR`. It speaks of calendar
 * days alone: parts for hours, minutes and seconds are not taken, and UNTIL is a date.
 */
export const RecurrenceRule = z
  .string()
  .max(500)
  .superRefine((text, context) => {
    const problem = problemOf(text);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });
export type RecurrenceRule = z.infer<typeof RecurrenceRule>;

function problemOf(text: string): string | null {
  const names = text.split(';').map((part) => part.split('=')[0] ?? '');
  const strange = names.find((name) => !PARTS.has(name));
  if (strange !== undefined) return `${strange || 'an empty part'} is no part of a rule about days`;
  if (new Set(names).size < names.length) return 'a part stands twice';
  if (!/(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/.test(text))
    return 'say FREQ=DAILY, WEEKLY, MONTHLY or YEARLY';
  const until = /(?:^|;)UNTIL=([^;]*)/.exec(text)?.[1];
  if (until !== undefined && !/^\d{8}$/.test(until))
    return 'write UNTIL as a date, for example UNTIL=20261224';
  try {
    compile(text, '2026-01-01');
    return null;
  } catch (failure) {
    return failure instanceof Error ? failure.message : 'the rule cannot be read';
  }
}

function compile(rule: RecurrenceRule, start: CalendarDate): RRuleTemporal {
  const timed = rule.replace(/UNTIL=(\d{8})/, 'UNTIL=$1T000000Z');
  const from = `DTSTART:${start.replaceAll('-', '')}T000000Z`;
  return new RRuleTemporal({ rruleString: `${from}\nRRULE:${timed}`, strict: true });
}

const compiled = new Map<string, RRuleTemporal>();

function compiledFor(rule: RecurrenceRule, start: CalendarDate): RRuleTemporal {
  const key = `${start} ${rule}`;
  let recurrence = compiled.get(key);
  if (recurrence === undefined) {
    if (compiled.size > 2_000) compiled.clear();
    recurrence = compile(rule, start);
    compiled.set(key, recurrence);
  }
  return recurrence;
}

/** How many days are laid out at once: the library gives up after 10,000 steps, and a step is a day at least. */
const BLOCK = 3_653;

/**
 * The days on which a rule that starts on a day recurs, from one day to another, both included. Pure; no time zone and no clock
 * of the day is involved. The start itself is one of them only where the rule says so. However far apart the days are, it does
 * not throw.
 *
 * ```ts
 * recurringDays('FREQ=WEEKLY;BYDAY=MO,FR', '2026-03-02', '2026-03-02', '2026-03-09')
 * //=> ['2026-03-02', '2026-03-06', '2026-03-09']
 * ```
 */
export function recurringDays(
  rule: RecurrenceRule,
  start: CalendarDate,
  from: CalendarDate,
  to: CalendarDate,
): CalendarDate[] {
  const [begin, first, last] = [toDayNumber(start), toDayNumber(from), toDayNumber(to)];
  const count = /(?:^|;)COUNT=(\d+)/.exec(rule)?.[1];
  if (count === undefined) return daysBetween(rule, start, Math.max(first, begin), last);
  // Which day is the last of so many is known only from the start on.
  const uncounted = rule.replace(/(^|;)COUNT=\d+/, '').replace(/^;/, '');
  return daysBetween(uncounted, start, begin, last, Number(count)).filter((day) => day >= from);
}

/** The days of a rule without COUNT, and at most so many of them. */
function daysBetween(
  rule: RecurrenceRule,
  start: CalendarDate,
  first: number,
  last: number,
  most = Number.POSITIVE_INFINITY,
): CalendarDate[] {
  const recurrence = compiledFor(rule, start);
  const found: CalendarDate[] = [];
  for (let block = first; block <= last && found.length < most; block += BLOCK) {
    const end = Math.min(last, block + BLOCK - 1);
    for (const moment of recurrence.between(new Date(block * DAY), new Date(end * DAY), true))
      found.push(fromDayNumber(Math.floor(moment.epochMilliseconds / DAY)));
  }
  return found.slice(0, most);
}
