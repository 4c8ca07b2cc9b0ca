import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDS } from '../../../src/simulation/ends.ts';
import { blurPatients, FEWEST } from '../../../src/simulation/observe/blur-patients.ts';
import { observeCohort } from '../../../src/simulation/observe/observe-cohort.ts';
import { ABOUT, anyPatient, patientOf } from './made-up-patient.ts';

const cohort = fc.array(anyPatient, { minLength: 0, maxLength: 150 });
const many = (count: number, ...of: Parameters<typeof patientOf>) =>
  Array.from({ length: count }, () => patientOf(...of));

describe('patients who leave the record', () => {
  it('are never alone: each row stands for at least eleven, whatever came before', () => {
    fc.assert(
      fc.property(cohort, (patients) => {
        const { patients: rows } = blurPatients(patients);
        const counts = [...Map.groupBy(rows, (row) => JSON.stringify(row)).values()];
        expect(counts.filter(({ length }) => length < FEWEST)).toEqual([]);
        expect(rows.length).toBeLessThanOrEqual(patients.length);
      }),
    );
  });

  it('cannot be told apart by subtracting one count from another', () => {
    fc.assert(
      fc.property(cohort, (patients) => {
        const found = observeCohort(patients, ABOUT);
        if (found === null) return;
        const { all, weeks } = found.result;
        const safe = (count: number) => count === 0 || count >= FEWEST;
        expect(safe(all.patients)).toBe(true);
        for (const { count } of [...all.flows, ...all.retention.ends]) expect(safe(count)).toBe(true);
        const { readmission } = all;
        if (readmission !== null) {
          const { count, discharged, ends } = readmission;
          for (const of of [count, discharged, discharged - count]) expect(safe(of)).toBe(true);
          for (const { end, count: of } of ends) {
            const total = all.retention.ends.find((one) => one.end === end)!.count;
            for (const part of [of, total - of]) expect(safe(part)).toBe(true);
          }
        }
        for (const { events } of all.retention.curve) expect(safe(events)).toBe(true);
        const ended = (week: (typeof weeks)[number], end: string) => week.states[end] ?? 0;
        for (const [w, week] of weeks.entries()) {
          for (const count of Object.values(week.states)) expect(safe(count)).toBe(true);
          for (const count of [week.offered, week.attended, week.offered - week.attended])
            expect(count % FEWEST).toBe(0);
          const before = weeks[w - 1];
          if (before) for (const end of ENDS) expect(safe(ended(week, end) - ended(before, end))).toBe(true);
        }
        for (const end of ENDS) {
          const total = all.retention.ends.find((one) => one.end === end)!.count;
          const through = all.flows.filter(({ to }) => to === end).map(({ count }) => count);
          for (const count of through) expect(safe(total - count)).toBe(true);
        }
      }),
    );
  });

  it('came back, where it is told: not where few of an end did, or few did not', () => {
    const of = (back: number, not: number) =>
      observeCohort(
        [...many(back, 'completed', 50, 1, [], 9), ...many(not, 'completed', 40), ...many(20, 'other', 9)],
        ABOUT,
      )!.figures['readmission.returned'];
    expect([of(11, 13), of(10, 14), of(14, 10), of(0, 24)]).toEqual([0.25, undefined, undefined, 0]);
  });

  it('keep their means', () => {
    const patients = Array.from({ length: 44 }, (_, i) => patientOf('completed', 20 + i, 2, [i, 2 * i]));
    const { patients: rows } = blurPatients(patients);
    const mean = (of: readonly { readonly endDay: number }[]) =>
      of.reduce((sum, { endDay }) => sum + endDay, 0) / of.length;
    expect(rows).toHaveLength(44);
    expect(Math.abs(mean(rows) - mean(patients))).toBeLessThan(0.5);
    expect(new Set(rows.map(({ endDay }) => endDay)).size).toBe(4);
  });

  it('have no reason of discharge that fewer than eleven had', () => {
    const { patients, untold } = blurPatients([
      ...many(30, 'completed', 50),
      ...many(12, 'dropped-out', 20),
      ...many(8, 'other', 9),
      ...many(3, 'death', 12),
    ]);
    expect(untold).toEqual(['death']);
    expect(patients.filter(({ end }) => end === 'other')).toHaveLength(11);
    expect(patients.some(({ end }) => end === 'death')).toBe(false);
  });

  it('are not told at all where they are fewer than eleven', () => {
    expect(observeCohort(many(10, 'completed', 50), ABOUT)).toBeNull();
    expect(observeCohort(many(11, 'completed', 50), ABOUT)?.figures['completed']).toBe(1);
  });

  it('make no zero of what is not told', () => {
    const found = observeCohort([...many(20, 'dropped-out', 20), ...many(4, 'completed', 50)], ABOUT);
    expect(found?.untold).toEqual(['completed', 'dropped-out']);
    expect([found?.figures['completed'], found?.figures['end.completed']]).toEqual([null, null]);
    expect(found?.result.all.patients).toBe(24);
    expect(found?.figures['end.other']).toBe(1);
    expect(observeCohort([...many(20, 'in-treatment', 20), ...many(4, 'completed', 50)], ABOUT)).toBeNull();
  });
});
