import { addDays, type CalendarDate } from '../../curriculum/calendar-date.ts';
import { instantOfWallTime, wallTimeOfInstant } from '../../curriculum/wall-time.ts';

/**
 * A zone as a VTIMEZONE that holds from one day to another: how its clocks stand on the first, and each change of them until the
 * last, by itself, so that no rule has to be guessed (RFC 5545, section 3.6.5). Pure.
 */
export function timeZoneLines(zone: string, from: CalendarDate, to: CalendarDate): string[] {
  const first = offsetOn(zone, from);
  const lines = observance('STANDARD', {
    at: `${from.replaceAll('-', '')}T000000`,
    before: first,
    after: first,
  });
  let before = first;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const after = offsetOn(zone, addDays(day, 1));
    if (after === before) continue;
    const at = changeOn(zone, day, before);
    lines.push(...observance(after > before ? 'DAYLIGHT' : 'STANDARD', { at, before, after }));
    before = after;
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE'];
}

/** The offset from UTC in minutes when a day begins. */
function offsetOn(zone: string, day: CalendarDate): number {
  return (Date.parse(`${day}T00:00Z`) - instantOfWallTime(day, '00:00', zone).epochMilliseconds) / 60_000;
}

/** The moment of a change within a day, on the clocks as they were before it. */
function changeOn(zone: string, day: CalendarDate, before: number): string {
  const begins = Date.parse(`${day}T00:00Z`) - before * 60_000;
  let minute = 0;
  for (; minute < 24 * 60; minute += 15) {
    const moment = begins + minute * 60_000;
    const { date, time } = wallTimeOfInstant(moment, zone);
    if (Date.parse(`${date}T${time}Z`) - moment !== before * 60_000) break;
  }
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(minute / 60) % 24)}${two(minute % 60)}00`;
  return `${(minute < 24 * 60 ? day : addDays(day, 1)).replaceAll('-', '')}T${time}`;
}

function observance(
  kind: 'STANDARD' | 'DAYLIGHT',
  { at, before, after }: { readonly at: string; readonly before: number; readonly after: number },
): string[] {
  return [
    ...[`BEGIN:${kind}`, `DTSTART:${at}`, `TZOFFSETFROM:${offset(before)}`, `TZOFFSETTO:${offset(after)}`],
    `END:${kind}`,
  ];
}

function offset(minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}${two(whole % 60)}`;
}
