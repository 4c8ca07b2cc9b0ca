import { addDays } from '../../curriculum/calendar-date.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { foldLine } from './fold-line.ts';
import { timeZoneLines } from './time-zone-lines.ts';

/**
 * Writes entries as a calendar by RFC 5545: times on the clocks of their zone with its changes to summer time, lines of at most 75
 * octets, CRLF. A cancelled entry stays in it with `STATUS:CANCELLED`, so that it goes from calendars that have it. Pure; `now` is when
 * it is written (ISO 8601, UTC). It ends with the clocks of the last day, where a meeting goes over a change of them.
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[], now: string): string {
  const stamp = `${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  // A calendar has at least one part; where it has no entries, that is a zone.
  const zones = entries.length === 0 ? ['UTC'] : [...new Set(entries.map(({ timeZone }) => timeZone))].sort();
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Stepwell//Calendar//EN', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `X-WR-CALNAME:${escapeText(name)}`],
    ...zones.flatMap((zone) => {
      const days = entries.filter(({ timeZone }) => timeZone === zone).map(({ date }) => date);
      const today = now.slice(0, 10);
      return timeZoneLines(
        zone,
        days.reduce(least, days[0] ?? today),
        addDays(days.reduce(most, days[0] ?? today), 1),
      );
    }),
    ...entries.flatMap((entry) => eventLines(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

const least = (a: string, b: string) => (a < b ? a : b);
const most = (a: string, b: string) => (a > b ? a : b);

function eventLines(entry: CalendarEntry, stamp: string): string[] {
  const { uid, sequence, title, place, date, start, minutes, timeZone, cancelled } = entry;
  return [
    ...['BEGIN:VEVENT', `UID:${escapeText(uid)}`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`],
    `DTSTART;TZID=${timeZone}:${local(date, start)}`,
    // An end on the clocks of the zone would lie at or before the start where they are set back meanwhile.
    `DURATION:PT${minutes}M`,
    ...[`SUMMARY:${escapeText(title)}`, 'CLASS:PRIVATE'],
    ...(place === null ? [] : [`LOCATION:${escapeText(place)}`]),
    ...[`STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT'],
  ];
}

function local(date: string, time: string): string {
  return `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
}

/** Text as RFC 5545, section 3.3.11, has it: no character of control but line ends, and those written as such. */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}
