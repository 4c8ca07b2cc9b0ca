import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { createClinic } from '../../generators/clinic.ts';
import { history, live } from '../../generators/history.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { createGroupClinic } from '../groups/group-clinic.ts';

const admit = { type: 'Admit', curriculum: 'matrix-iop', site: 'north' } as const;

/** Three patients: one stays, one is on leave for a week, one leaves after ten days. */
async function threePatients() {
  const clinic = createGroupClinic();
  await clinic.must({ ...admit, episode: 'a', patient: 'p-a' });
  await clinic.must({ ...admit, episode: 'b', patient: 'p-b', site: 'south' });
  await clinic.must({ ...admit, episode: 'c', patient: 'p-c' });
  clinic.on('2026-01-12');
  await clinic.must({ type: 'StartLeave', episode: 'b', expectedReturn: '2026-01-19' });
  clinic.on('2026-01-15');
  await clinic.must({ type: 'Discharge', episode: 'c', discharge: 'dropped-out' });
  clinic.on('2026-01-19');
  await clinic.must({ type: 'EndLeave', episode: 'b' });
  clinic.on('2026-01-26');
  return clinic;
}

describe('a census over time', () => {
  it('counts who was in treatment, and what happened between', async () => {
    const { engine } = await threePatients();
    const census = await engine.census({ from: '2026-01-01', to: '2026-02-01' });
    expect(census).toMatchObject({
      step: 'week',
      by: 'level',
      groups: ['asam-3-level-2-1'],
      to: '2026-01-26',
    });
    expect(census.points.map(({ on, patients, onLeave }) => [on, patients, onLeave])).toEqual([
      ['2026-01-01', 0, 0],
      ['2026-01-08', 3, 0],
      ['2026-01-15', 2, 1],
      ['2026-01-22', 2, 0],
      ['2026-01-26', 2, 0],
    ]);
    expect(census.points.map(({ admitted, ended }) => [admitted, ended])).toEqual([
      ...[
        [0, 0],
        [3, 0],
        [0, 1],
        [0, 0],
        [0, 0],
      ],
    ]);
    expect(census.ends).toEqual([{ reason: 'dropped-out', patients: 1 }]);
    expect(census).toMatchObject({ admitted: 3, completed: 0 });
    // To the end of 26 January: 22 days, 22 without a leave of 7, and 10.
    expect(census.levels).toEqual([{ level: 'asam-3-level-2-1', days: 22 + 15 + 10, patients: 3 }]);
  });

  it('is told apart by site and phase, for a site, in months, and for today alone', async () => {
    const { engine } = await threePatients();
    const bySite = await engine.census({ from: '2026-01-08', to: '2026-01-08', by: 'site' });
    expect([bySite.groups, bySite.points[0]?.counts]).toEqual([
      ['north', 'south'],
      [2, 1],
    ]);
    const north = await engine.census({ site: 'north', by: 'phase' });
    expect([north.groups, north.points]).toMatchObject([
      ['orientation'],
      [{ on: '2026-01-26', counts: [1] }],
    ]);
    const months = await engine.census({ from: '2025-10-31', step: 'month' });
    expect(months.points.map(({ on }) => on)).toEqual([
      ...['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-26'],
    ]);
    await expect(engine.census({ step: 'year' } as never)).rejects.toMatchObject({ code: 'invalid-command' });
  });

  it('says of every day what the caseload of that day says, whatever was recorded, corrected and voided', async () => {
    await fc.assert(
      fc.asyncProperty(history({ maxLength: 20 }), async (steps) => {
        const clinic = createClinic(smallCurriculum());
        const first = clinic.today;
        await live(clinic, steps);
        await clinic.engine.advanceClock(clinic.today);
        const census = await clinic.engine.census({
          from: first,
          to: clinic.today,
          step: 'day',
          by: 'phase',
        });
        for (const [i, { on, counts }] of census.points.entries()) {
          expect(on).toBe(addDays(first, i));
          const [row] = await clinic.engine.caseload({}, { asOf: on });
          const there = row !== undefined && ['active', 'on-leave'].includes(row.lifecycle);
          expect(census.groups.filter((_, g) => counts[g] === 1)).toEqual(there ? [row.phase] : []);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is the same after the caches were written anew, and without those of an erased episode', async () => {
    const { engine } = await threePatients();
    const query = { from: '2026-01-01', by: 'phase' } as const;
    const before = await engine.census(query);
    await engine.rebuildCaches();
    expect(await engine.census(query)).toEqual(before);
    await engine.erase('c', { reason: 'order of a court' });
    expect((await engine.census(query)).admitted).toBe(2);
  });
});
