import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { RecurrenceRule, recurringDays } from '../../src/curriculum/recurrence.ts';
import { weekdayIndex } from '../../src/curriculum/weekday.ts';

/** Days as `1997: 9/2 9/9, 1998: 1/1`, the way in which the tables of RFC 5545 give them. */
function days(table: string): string[] {
  return table.split(', ').flatMap((line) => {
    const [year, list = ''] = line.split(': ');
    return list.split(' ').map((day) => {
      const [month = '', of = ''] = day.split('/');
      return `${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`;
    });
  });
}

/** The library's own telling from the start to the end, in one go. */
function fromTheStart(rule: string, start: string, from: string, to: string): string[] {
  const own = /UNTIL=(\d{8})/.exec(rule)?.[1] ?? '99999999';
  const last = to.replaceAll('-', '');
  const bare = rule.replace(/;(COUNT|UNTIL)=\d+/, '');
  const rruleString = `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${bare};UNTIL=${own < last ? own : last}T000000Z`;
  const days = new RRuleTemporal({ rruleString, maxIterations: 1_000_000 })
    .all()
    .map((moment) => moment.toPlainDate().toString());
  return days.slice(0, Number(/COUNT=(\d+)/.exec(rule)?.[1] ?? days.length)).filter((day) => day >= from);
}

describe('the rule of recurring days', () => {
  // RFC 5545, section 3.8.5.3, examples with DTSTART 1997-09-02 unless another start is given.
  it.each<[string, string, string, string?]>([
    ['FREQ=DAILY;COUNT=10', '1997: 9/2 9/3 9/4 9/5 9/6 9/7 9/8 9/9 9/10 9/11', '1998-12-31'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997: 9/2 9/12 9/22 10/2 10/12', '1998-12-31'],
    ['FREQ=WEEKLY;COUNT=10', '1997: 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4', '1998-12-31'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', '1997: 9/2 9/16 9/30 10/14 10/28 11/11 11/25', '1997-11-30'],
    [
      'FREQ=WEEKLY;UNTIL=19971007;WKST=SU;BYDAY=TU,TH',
      '1997: 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2 10/7',
      '1998-12-31',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR',
      '1997: 9/1 9/3 9/5 9/15 9/17 9/19 9/29 10/1 10/3 10/13 10/15 10/17 10/27 10/29 10/31 11/10 11/12 11/14 11/24 11/26 11/28 12/8 12/10 12/12 12/22',
      '1998-12-31',
      '1997-09-01',
    ],
    [
      'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
      '1997: 9/5 10/3 11/7 12/5, 1998: 1/2 2/6 3/6 4/3 5/1 6/5',
      '1999-12-31',
      '1997-09-05',
    ],
    [
      'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
      '1997: 9/7 9/28 11/2 11/30, 1998: 1/4 1/25 3/1 3/29 5/3 5/31',
      '1999-12-31',
      '1997-09-07',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-3',
      '1997: 9/28 10/29 11/28 12/29, 1998: 1/29 2/26',
      '1998-02-28',
      '1997-09-28',
    ],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '1998: 2/13 3/13 11/13, 1999: 8/13, 2000: 10/13', '2000-12-31'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997: 9/4 10/7 11/6', '1998-12-31', '1997-09-04'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '1997: 9/29 10/30 11/27 12/30, 1998: 1/29',
      '1998-01-31',
      '1997-09-29',
    ],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      '1996: 11/5, 2000: 11/7, 2004: 11/2',
      '2005-12-31',
      '1996-11-05',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1997: 8/5 8/10 8/19 8/24',
      '1998-12-31',
      '1997-08-05',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997: 8/5 8/17 8/19 8/31',
      '1998-12-31',
      '1997-08-05',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007: 1/15 1/30 2/15 3/15 3/30', '2008-12-31', '2007-01-15'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997: 5/12, 1998: 5/11, 1999: 5/17', '1999-12-31', '1997-05-12'],
  ])('%s gives the days of the published table', (rule, table, to, start = '1997-09-02') => {
    expect(RecurrenceRule.parse(rule)).toBe(rule);
    expect(recurringDays(rule, start, start, to)).toEqual(days(table));
  });

  it('gives for any part of time what it gives for the whole, every second week on its weekdays', () => {
    const start = toDayNumber('2026-03-02');
    const day = fc.integer({ min: -30, max: 800 });
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 4 }), (a, b, every) => {
        const rule = `FREQ=WEEKLY;INTERVAL=${every};BYDAY=MO,FR`;
        const expected = [];
        for (let d = Math.max(0, a); d <= b; d += 1) {
          const weekday = weekdayIndex(start + d);
          if ((weekday === 0 || weekday === 4) && Math.floor(d / 7) % every === 0)
            expected.push(fromDayNumber(start + d));
        }
        const [from, to] = [fromDayNumber(start + a), fromDayNumber(start + b)];
        expect(recurringDays(rule, '2026-03-02', from, to)).toEqual(expected);
      }),
    );
  });

  it('gives for days far from its start what telling it from there gives', () => {
    const part = <T>(values: fc.Arbitrary<T>, write: (value: T) => string) =>
      fc.option(values.map(write), { nil: '' });
    const weekdays = fc.subarray(['MO', 'WE', 'SA', 'SU'], { minLength: 1 });
    const months = part(fc.subarray([1, 2, 5, 12], { minLength: 1 }), (list) => `;BYMONTH=${list}`);
    const monthDays = part(fc.subarray([1, 15, 29, 31, -1], { minLength: 1 }), (l) => `;BYMONTHDAY=${l}`);
    const days = part(weekdays, (list) => `;BYDAY=${list}`);
    const counted = fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 900 }).map((n) => `;COUNT=${n}`),
      fc.constant(';UNTIL=20320229'),
    );
    const general = [fc.integer({ min: 1, max: 5 }), counted] as const;
    const rule = fc.oneof(
      fc
        .tuple(...general, days, months, monthDays)
        .map(([n, c, d, m, of]) => `FREQ=DAILY;INTERVAL=${n}${d}${m}${of}${c}`),
      fc
        .tuple(...general, days, months, fc.constantFrom('', ';WKST=SU'))
        .map(([n, c, d, m, w]) => `FREQ=WEEKLY;INTERVAL=${n}${d}${m}${w}${c}`),
      fc
        .tuple(...general, monthDays, months)
        .map(([n, c, of, m]) => `FREQ=MONTHLY;INTERVAL=${n}${of}${m}${c}`),
      fc.tuple(...general).map(([n, c]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=2MO,-1FR${c}`),
      fc.tuple(...general).map(([n, c]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=MO,TH;BYSETPOS=-1${c}`),
      fc
        .tuple(...general, monthDays, months)
        .map(([n, c, of, m]) => `FREQ=YEARLY;INTERVAL=${n}${of}${m}${c}`),
    );
    const day = fc.integer({ min: 0, max: 6_000 });
    const start = fc.integer({ min: 0, max: 800 }).map((n) => toDayNumber('2024-02-27') + n);
    fc.assert(
      fc.property(rule, start, day, fc.integer({ min: 0, max: 4_500 }), (text, begin, after, span) => {
        const [from, to] = [fromDayNumber(begin + after), fromDayNumber(begin + after + span)];
        const told = recurringDays(text, fromDayNumber(begin), from, to);
        expect(told).toEqual(fromTheStart(text, fromDayNumber(begin), from, to));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['FREQ=DAILY', 24_000],
    ['FREQ=DAILY;COUNT=15000', 15_000],
    ['FREQ=DAILY;INTERVAL=2;UNTIL=19600101', 10_958],
  ])('%s is laid out over decades', (rule, count) => {
    const to = fromDayNumber(toDayNumber('1900-01-01') + 23_999);
    expect(recurringDays(rule, '1900-01-01', '1900-01-01', to)).toHaveLength(count);
  });

  it.each([
    ['BYDAY=MO', 'say FREQ'],
    ['FREQ=HOURLY', 'say FREQ'],
    ['FREQ=WEEKLY;BYHOUR=9', 'BYHOUR is no part'],
    ['FREQ=WEEKLY;FOO=1', 'FOO is no part'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY'],
    ['FREQ=WEEKLY;BYDAY=MO;BYDAY=FR', 'twice'],
    ['FREQ=WEEKLY;INTERVAL=0', 'interval'],
    ['FREQ=WEEKLY;UNTIL=20261224T120000Z', 'write UNTIL as a date'],
    ['FREQ=WEEKLY\nRRULE:FREQ=DAILY', 'say FREQ'],
  ])('is refused for %j', (rule, message) => {
    expect(RecurrenceRule.safeParse(rule).error?.issues[0]?.message).toContain(message);
  });
});
