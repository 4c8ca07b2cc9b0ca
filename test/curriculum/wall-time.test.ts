import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/curriculum/calendar-date.ts';
import { TimeZone } from '../../src/curriculum/time-zone.ts';
import { instantOfWallTime, wallTimeOfInstant } from '../../src/curriculum/wall-time.ts';

const ZONES = [
  'UTC',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Europe/Dublin',
];

describe('instantOfWallTime', () => {
  it('gives a winter and a summer time their own offsets', () => {
    expect(instantOfWallTime('2026-01-05', '18:00', 'America/New_York')).toEqual({
      epochMilliseconds: Date.UTC(2026, 0, 5, 23),
      clock: 'plain',
    });
    expect(instantOfWallTime('2026-07-06', '18:00', 'America/New_York')).toEqual({
      epochMilliseconds: Date.UTC(2026, 6, 6, 22),
      clock: 'plain',
    });
  });

  it('moves a time that the clocks skip in spring as far as they jump', () => {
    const skipped = instantOfWallTime('2026-03-08', '02:30', 'America/New_York');
    expect(skipped).toEqual({ epochMilliseconds: Date.UTC(2026, 2, 8, 7, 30), clock: 'skipped' });
    expect(wallTimeOfInstant(skipped.epochMilliseconds, 'America/New_York')).toEqual({
      date: '2026-03-08',
      time: '03:30',
    });
  });

  it('means the first of the two times that the clocks repeat in autumn', () => {
    expect(instantOfWallTime('2026-11-01', '01:30', 'America/New_York')).toEqual({
      epochMilliseconds: Date.UTC(2026, 10, 1, 5, 30),
      clock: 'repeated',
    });
  });

  it.each([
    ['2026-03-08', '01:59', Date.UTC(2026, 2, 8, 6, 59)],
    ['2026-03-08', '03:00', Date.UTC(2026, 2, 8, 7, 0)],
    ['2026-11-01', '00:59', Date.UTC(2026, 10, 1, 4, 59)],
    ['2026-11-01', '02:00', Date.UTC(2026, 10, 1, 7, 0)],
  ])('is plain beside a change of clocks, on %s at %s', (date, time, epochMilliseconds) => {
    expect(instantOfWallTime(date, time, 'America/New_York')).toEqual({ epochMilliseconds, clock: 'plain' });
  });

  it('knows changes of half an hour, and a whole day that a zone left out', () => {
    expect(instantOfWallTime('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual({
      epochMilliseconds: Date.UTC(2026, 9, 3, 15, 45),
      clock: 'skipped',
    });
    expect(instantOfWallTime('2011-12-30', '12:00', 'Pacific/Apia')).toEqual({
      epochMilliseconds: Date.UTC(2011, 11, 30, 22),
      clock: 'skipped',
    });
  });

  it('has a 29 February in leap years', () => {
    expect(instantOfWallTime('2028-02-29', '23:30', 'America/Los_Angeles').epochMilliseconds).toBe(
      Date.UTC(2028, 2, 1, 7, 30),
    );
  });

  it('comes back to the same date and time, unless the clocks skip it', () => {
    const time = fc.nat(1439).map((m) => new Date(m * 60_000).toISOString().slice(11, 16));
    const date = fc.integer({ min: -3650, max: 25_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(date, time, fc.constantFrom(...ZONES), (date, time, zone) => {
        const { epochMilliseconds, clock } = instantOfWallTime(date, time, zone);
        if (clock === 'skipped') return;
        expect(wallTimeOfInstant(epochMilliseconds, zone)).toEqual({ date, time });
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a zone that does not exist', () => {
    expect(() => instantOfWallTime('2026-01-05', '18:00', 'Mars/Olympus')).toThrow(RangeError);
    expect(TimeZone.safeParse('Mars/Olympus').success).toBe(false);
    for (const zone of ['Etc/GMT+99', 'Etc/GMT+15', 'Mars/GMT+5', 'America/+05'])
      expect(TimeZone.safeParse(zone).success, zone).toBe(false);
    expect(ZONES.map((zone) => TimeZone.safeParse(zone).success)).toEqual(ZONES.map(() => true));
  });
});
