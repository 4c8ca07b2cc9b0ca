import { sayDate } from '../say-date.ts';

const DAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const PLACES: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
  '-2': 'last but one',
};

/**
 * A rule of iCalendar in words: `Mondays and Fridays`, `every other Monday`, `the last Friday of each month, until Thu 24 Dec 2026`. One that
 * has no words here is said as it is written. Pure.
 */
export function sayRule(rule: string): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const take = (name: string) => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const until = take('UNTIL')?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const count = take('COUNT');
  const months = take('BYMONTH')
    ?.split(',')
    .map((month) => MONTHS[Number(month) - 1]);
  const interval = Number(take('INTERVAL') ?? 1);
  take('WKST');
  const days = daysOf(take('FREQ') ?? '', interval, take);
  if (days === null || parts.size > 0 || months?.includes(undefined)) return rule;
  const when = months === undefined ? '' : ` in ${list(months as string[])}`;
  const end =
    until === undefined ? (count === undefined ? '' : `, ${count} times`) : `, until ${sayDate(until)}`;
  return `${days}${when}${end}`;
}

function daysOf(
  frequency: string,
  interval: number,
  take: (name: string) => string | undefined,
): string | null {
  const days = take('BYDAY')?.split(',');
  if (frequency === 'DAILY') {
    if (days !== undefined) return interval === 1 ? weekdays(days, 1) : null;
    return interval === 1 ? 'every day' : interval === 2 ? 'every other day' : `every ${interval} days`;
  }
  if (frequency === 'WEEKLY')
    return days === undefined ? everyOf('week', interval) : weekdays(days, interval);
  if (frequency !== 'MONTHLY') return null;
  const of = `of ${everyOf('month', interval).replace(/^every month$/, 'each month')}`;
  const dates = take('BYMONTHDAY')?.split(',');
  if (dates !== undefined)
    return days === undefined && dates.every((date) => Number(date) > 0)
      ? `the ${list(dates.map(ordinal))} ${of}`
      : null;
  const place = take('BYSETPOS');
  const placed = days?.map((day) =>
    placedDay(days.length === 1 && place !== undefined ? `${place}${day}` : day),
  );
  if (placed === undefined || placed.includes(null) || (place !== undefined && placed.length > 1))
    return null;
  return `the ${list(placed as string[])} ${of}`;
}

/** Days of the week: `Mondays and Fridays`, `every other Monday`; null for those with a place in the month. */
function weekdays(days: readonly string[], interval: number): string | null {
  const names = days.map((day) => DAYS[day]);
  if (names.includes(undefined)) return null;
  if (interval === 1) return list(names.map((name) => `${name}s`));
  return interval === 2
    ? `every other ${list(names as string[])}`
    : `every ${interval} weeks on ${list(names as string[])}`;
}

/** `first Monday` for `1MO`; null where it has no words here. */
function placedDay(day: string): string | null {
  const [, place = '', name = ''] = /^([+-]?\d+)([A-Z]{2})$/.exec(day) ?? [];
  const words = [PLACES[String(Number(place))], DAYS[name]];
  return words.includes(undefined) ? null : words.join(' ');
}

function everyOf(unit: string, interval: number): string {
  if (interval === 1) return `every ${unit}`;
  return interval === 2 ? `every other ${unit}` : `every ${interval} ${unit}s`;
}

function ordinal(date: string): string {
  const number = Number(date);
  const tail = number > 3 && number < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${tail}`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
