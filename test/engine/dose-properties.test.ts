import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { weekdayIndex } from '../../src/curriculum/weekday.ts';
import { attend, doseClinic } from './dose-clinic.ts';

const FIRST = '2026-01-05';
const MEETING_DAYS = Array.from({ length: 26 }, (_, i) => toDayNumber(FIRST) + i).filter((day) =>
  [0, 2, 4].includes(weekdayIndex(day)),
);

const given = fc.record({
  unit: fc.constantFrom('visits', 'visits', 'visits', 'meetings', 'hours', 'days'),
  units: fc.integer({ min: 3, max: 6 }),
  from: fc.integer({ min: 0, max: 10 }),
  days: fc.integer({ min: 10, max: 25 }),
});
const record = fc.constantFrom('attended', 'attended', 'attended', 'absent', 'excused', 'left-early', null);

describe('what attendance uses up', () => {
  it('is never negative, never less certain than possible, and work is due before the last visit is used', async () => {
    let usedUp = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(given, { minLength: 1, maxLength: 3 }),
        fc.array(record, { minLength: MEETING_DAYS.length, maxLength: MEETING_DAYS.length }),
        async (authorizations, records) => {
          const clinic = await doseClinic();
          for (const { unit, units, from, days } of authorizations)
            await clinic.must({
              type: 'RecordAuthorization',
              payer: 'plan',
              levelOfCare: { system: 'asam-3', level: '2.1' },
              ...{ unit, units, from: addDays(FIRST, from), to: addDays(FIRST, from + days) },
            });
          for (const [i, status] of records.entries()) {
            if (status === null) continue;
            const on = fromDayNumber(MEETING_DAYS[i]!);
            const minutes = status === 'left-early' ? { minutes: 30 } : {};
            clinic.on(on);
            await clinic.must({
              type: 'RecordAttendance',
              ...{ on, track: 'group', session: 1, status, ...minutes },
            });
          }
          const shown = (await clinic.on('2026-02-01').engine.status('e-1')).authorizations!;
          for (const { units, used, left, unit, lowOn, fact } of shown.authorizations) {
            expect(used.atLeast).toBeGreaterThanOrEqual(0);
            expect(used.atMost).toBeGreaterThanOrEqual(used.atLeast);
            expect(left.atLeast).toBeGreaterThanOrEqual(0);
            expect(left.atMost).toBe(Math.max(0, Math.round((units - used.atLeast) * 100) / 100));
            expect(left.atMost).toBeGreaterThanOrEqual(left.atLeast);
            if (unit !== 'visits' || used.atLeast < units) continue;
            usedUp += 1;
            const items = (asOf: string) =>
              clinic.engine
                .status('e-1', { asOf })
                .then(({ due }) => due.map(({ item }) => item).filter((item) => item.includes(`/${fact}/`)));
            expect(lowOn).not.toBeNull();
            const before = (await clinic.engine.status('e-1', { asOf: lowOn! })).authorizations!;
            const then = before.authorizations.find((one) => one.fact === fact)!;
            expect(then.used.atLeast).toBeLessThan(units);
            // Where another one can be charged, there is nothing to ask for.
            if (authorizations.length === 1) expect((await items(lowOn!)).length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 20 },
    );
    expect(usedUp).toBeGreaterThan(0);
  });
});

describe('the first and the last week of a stay', () => {
  it('is met or excused for a patient who missed nothing, whatever the days of admission and discharge', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 8, max: 20 }),
        async (begin, length) => {
          const admitted = addDays(FIRST, begin);
          const last = addDays(admitted, length);
          const clinic = await doseClinic({}, admitted);
          const days = MEETING_DAYS.map(fromDayNumber).filter((date) => date >= admitted && date <= last);
          await attend(
            clinic,
            days.map((date) => Number(date.slice(8))),
          );
          clinic.on(last);
          await clinic.must({ type: 'Discharge', discharge: 'other', reason: 'moved away' });
          const { dose } = await clinic.on(addDays(last, 7)).engine.status('e-1');
          const whole = dose!.history.filter(({ from }) => from >= admitted && addDays(from, 6) <= last);
          for (const { outcome } of dose!.history) expect(['met', 'excused']).toContain(outcome);
          for (const { outcome } of whole) expect(outcome).toBe('met');
        },
      ),
      { numRuns: 20 },
    );
  });
});
