import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseloadRow } from '../../../src/engine/caseload-row.ts';
import { censusOf } from '../../../src/faces/http/census-of.ts';
import { toldCounts } from '../../../src/faces/http/told-counts.ts';
import { guardRetention } from '../../../src/faces/web/census/guard-retention.ts';
import { retentionOf } from '../../../src/faces/web/census/retention.ts';

/** So many patients of a version in a phase; those who left did so on different days. */
function patients(count: number, curriculumVersion: string, phase: string, lifecycle: string): CaseloadRow[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ curriculum: 'c', curriculumVersion, levelOfCare: '2.1', phase, lifecycle, admittedOn: '2025-01-01' },
    endedOn: lifecycle === 'active' ? null : `2025-02-${String((n % 28) + 1).padStart(2, '0')}`,
  })) as unknown as CaseloadRow[];
}

describe('counts of patients that are told', () => {
  it('are none from 1 to 10, and no others from which one follows where the total is known', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (counts) => {
        const told = toldCounts(counts);
        const untold = counts.filter((_, at) => !told[at]);
        expect(counts.some((count, at) => told[at] && count > 0 && count < 11)).toBe(false);
        expect(untold.length > 0).toBe(counts.some((count) => count > 0 && count < 11));
        const all = counts.filter((count) => count > 0).length === untold.length;
        const sum = untold.reduce((a, b) => a + b, 0);
        if (untold.length > 0 && !all) expect(untold.length > 1 && sum >= 11).toBe(true);
      }),
    );
    expect(toldCounts([40, 12, 4])).toEqual([true, false, false]);
    expect(toldCounts([40, 12, 4, 8])).toEqual([true, true, false, false]);
  });

  it('of phases do not tell, with how many of the program completed, how many completed in a small phase', () => {
    const rows = [
      ...patients(40, '1', 'early', 'graduated'),
      ...patients(4, '1', 'late', 'graduated'),
      ...patients(30, '1', 'late', 'active'),
    ];
    const count = (guarded: boolean) => censusOf(rows, guarded).map(({ episodes }) => episodes);
    expect(count(false)).toEqual([40, 30, 4]);
    expect(count(true)).toEqual([null, 30, null]);
    expect(guardRetention(retentionOf(rows, '2026-01-05'))).toMatchObject([{ completed: 44, counted: true }]);
  });

  it('of versions are told where those of all versions of the curriculum are', () => {
    const rows = [...patients(40, '1', 'early', 'graduated'), ...patients(4, '2', 'early', 'graduated')];
    const told = guardRetention(retentionOf(rows, '2026-01-05'));
    expect(told.map(({ version, counted }) => [version, counted])).toEqual([['1', false]]);
    expect(censusOf(rows, true).map(({ episodes }) => episodes)).toEqual([44]);
  });

  it('of those who left are at least 11 at each step of a curve', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 80 }), (left) => {
        const rows = [...patients(left, '1', 'early', 'discharged'), ...patients(20, '1', 'early', 'active')];
        const exact = retentionOf(rows, '2026-01-05')[0]?.steps ?? [];
        const steps = guardRetention(retentionOf(rows, '2026-01-05'))[0]?.steps ?? [];
        expect(Math.min(...steps.map(({ events }) => events))).toBeGreaterThanOrEqual(11);
        expect(steps.reduce((sum, { events }) => sum + events, 0)).toBe(left);
        for (const { day, survival } of steps)
          expect(survival).toBe(exact.find((step) => step.day === day)?.survival);
      }),
      { numRuns: 20 },
    );
  });
});
