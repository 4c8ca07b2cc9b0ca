import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '../../../src/adapters/ical/calendar-entry.ts';
import { entriesOf } from '../../../src/adapters/ical/entries-of.ts';
import { foldLine } from '../../../src/adapters/ical/fold-line.ts';
import { writeCalendar } from '../../../src/adapters/ical/write-calendar.ts';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { createGroupClinic, EVENING } from '../../engine/groups/group-clinic.ts';

const NOW = '2026-01-05T12:00:00.000Z';
const ENTRY: CalendarEntry = {
  ...{ uid: 'u-1', sequence: 0, title: 'Meeting', place: null, date: '2026-03-02', start: '18:00' },
  ...{ minutes: 90, timeZone: 'America/New_York', cancelled: false },
};

/** Lines after unfolding, by RFC 5545, section 3.1. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const textOf = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '');
const utc = (local: string) =>
  Date.parse(local.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00$/, '$1-$2-$3T$4:$5Z'));

/** The moment of a local time, by the observances that stand in the calendar alone. */
function momentBy(lines: readonly string[], local: string): number {
  const parts = lines
    .join('\n')
    .split(/BEGIN:(?:STANDARD|DAYLIGHT)\n/)
    .slice(1);
  const observances = parts.map((part) => {
    const own = part.split('\n');
    const minutes = (name: string) => {
      const [, sign, hours, rest] = /^([+-])(\d\d)(\d\d)$/.exec(textOf(own, name) ?? '') ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest));
    };
    return { at: textOf(own, 'DTSTART') ?? '', to: minutes('TZOFFSETTO') };
  });
  const last = observances.filter(({ at }) => at <= local).at(-1);
  return utc(local) - (last?.to ?? Number.NaN) * 60_000;
}

/** The moment at which a zone shows a local time, found with the zones of the machine; the first of two. */
function momentOfMachine(date: string, time: string, timeZone: string): number | null {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const asUtc = Date.parse(`${date}T${time}Z`);
  for (let minutes = -15 * 60; minutes <= 15 * 60; minutes += 15)
    if (format.format(asUtc + minutes * 60_000) === `${date} ${time}`) return asUtc + minutes * 60_000;
  return null;
}

describe('a calendar', () => {
  it('says each moment by its own zone, on both sides of summer time, in four zones', () => {
    const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Phoenix'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.nat({ max: 400 }),
        fc.nat({ max: 95 }),
        fc.nat({ max: 400 }),
        (timeZone, day, quarter, other) => {
          const [date, more] = [addDays('2026-01-01', day), addDays('2026-01-01', other)];
          const two = (value: number) => String(value).padStart(2, '0');
          const start = `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
          const expected = momentOfMachine(date, start, timeZone);
          const twice = momentOfMachine(date, start, timeZone) !== null && quarter < 16;
          fc.pre(expected !== null && !twice);
          const entry = { ...ENTRY, timeZone, date, start };
          const lines = linesOf(writeCalendar('c', [{ ...entry, uid: 'u-2', date: more }, entry], NOW));
          const event = lines.slice(lines.indexOf('UID:u-1'));
          expect(momentBy(lines, textOf(event, 'DTSTART') ?? '')).toBe(expected);
          expect(event).toContain('DURATION:PT90M');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is complete without an entry: it has a time zone, as a calendar needs one part', () => {
    const lines = linesOf(writeCalendar('c', [], NOW));
    expect(lines).toContain('TZID:UTC');
    expect(lines.filter((line) => line.startsWith('BEGIN:'))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
    ]);
  });

  it('has lines of at most 75 octets that come back whole, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 60, maxLength: 300, size: 'max' }), (text) => {
        const line = text.replaceAll(/[\r\n]/g, '');
        const folded = foldLine(line);
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });

  it('ends each line with CRLF, and keeps text from being read as lines or lists', () => {
    const place = 'room 2; north, "a\\b"\r\nEND:VEVENT';
    const text = writeCalendar('c', [{ ...ENTRY, place, cancelled: true, sequence: 3 }], NOW);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = linesOf(text);
    expect(lines).toContain('LOCATION:room 2\\; north\\, "a\\\\b"\\nEND:VEVENT');
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect([lines[0], lines[1], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR']);
    for (const line of ['STATUS:CANCELLED', 'SEQUENCE:3', 'DTSTAMP:20260105T120000Z', 'CLASS:PRIVATE'])
      expect(lines).toContain(line);
  });
});

describe('the calendar of a counselor, a group or a patient', () => {
  it('names nobody, keeps its names when things move, and never counts back', async () => {
    const clinic = createGroupClinic();
    await clinic.mustGroup({ type: 'DefineGroup', definition: EVENING });
    await clinic.fill(['e-1']);
    const book = { type: 'BookAppointment', episode: 'e-1', counselor: 'kim', site: 'north' } as const;
    await clinic.engine.appointments.execute({ ...book, date: '2026-01-07', start: '10:00' });
    const days = { from: '2026-01-05', to: '2026-01-12' };
    const entries = () => entriesOf(clinic.engine, { counselor: 'kim' }, days);
    const before = await entries();
    expect(before.map(({ title, date }) => `${title} ${date}`)).toEqual([
      ...['Meeting 2026-01-05', 'Appointment 2026-01-07', 'Meeting 2026-01-09', 'Meeting 2026-01-12'],
    ]);
    await clinic.mustGroup({ type: 'CancelMeeting', meeting: '2026-01-09T18:00', reason: 'snow' });
    const move = { type: 'MoveAppointment', appointment: '2026-01-07-1', reason: 'ill' } as const;
    await clinic.engine.appointments.execute({ ...move, date: '2026-01-08' });
    const after = await entries();
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.map(({ cancelled }) => cancelled)).toEqual([false, false, true, false]);
    for (const [i, { sequence }] of after.entries())
      if (i > 0) expect(sequence).toBeGreaterThan(before[i]!.sequence);
    const text = writeCalendar('Calendar', after, NOW);
    for (const word of ['e-1', 'p-e-1', 'Relapse', 'Topic', 'evening', 'snow', 'kim'])
      expect(text).not.toContain(word);
    const own = await entriesOf(clinic.engine, { episode: 'e-1' }, days);
    expect(own.map(({ uid }) => uid)).toEqual(after.map(({ uid }) => uid));
    expect(await entriesOf(clinic.engine, { group: 'evening' }, days)).toHaveLength(3);
  });
});
