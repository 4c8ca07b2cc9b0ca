import { describe, expect, it } from 'vitest';
import { clinicFigures } from '../../../src/simulation/capacity/clinic-figures.ts';
import { simulateClinic } from '../../../src/simulation/capacity/simulate-clinic.ts';
import { waitingTimeLaw } from '../../../src/simulation/capacity/waiting-time-law.ts';
import { ClinicPlan } from '../../../src/simulation/scenario/clinic-plan.ts';
import { columnsOf, emptyWeeks } from '../results/hand-made.ts';

/** Patients of whom two in three complete after thirty days, the others leave after ten. */
const study = {
  run: (_: number, first: number, count: number) => ({
    patients: columnsOf(
      Array.from({ length: count }, (__, r) =>
        (first + r) % 3 === 0 ? { end: 'dropped-out', endDay: 10 } : { end: 'completed', endDay: 30 },
      ),
      first,
    ),
    weeks: emptyWeeks(1),
  }),
};
const plan = (some: object) =>
  ClinicPlan.parse({
    ...{ arrivalsPerDay: 0.9, waitsInPlace: true, warmStart: true, days: 400, source: 'made up' },
    ...some,
  });
const beds = (places: number) => ({ id: 'beds', places, source: 'made up' });
const exponential = (mean: number) => ({ type: 'gamma', mean, sd: mean });

describe('a clinic of a scenario', () => {
  it('agrees with Erlang’s formula for ten places', () => {
    const stations = [{ ...beds(10), stay: exponential(10) }];
    const means = Array.from({ length: 12 }, (_, replication) => {
      const result = simulateClinic(study, plan({ stations, days: 12_000, warmUpDays: 500 }), {
        ...{ seed: 3, replication },
      });
      return clinicFigures(result)['clinic.wait.mean']!;
    });
    const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
    const deviation = Math.sqrt(means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 11 / 12);
    const law = waitingTimeLaw(0.9, 10, 10);
    expect(Math.abs(mean - law.meanWait)).toBeLessThan(4 * deviation);
    expect(deviation / law.meanWait).toBeLessThan(0.1);
  });

  it('begins with patients at every stage where it starts warm, and empty where it does not', () => {
    const stations = [
      { ...beds(200) },
      { id: 'after', places: 200, stay: exponential(60), source: 'made up' },
    ];
    const [warm, cold] = [true, false].map((warmStart) =>
      simulateClinic(study, plan({ stations, warmStart, days: 20, arrivalsPerDay: 3 }), { seed: 3 }),
    );
    // In the long run arrivals times the mean stay: 3 × 70/3 in the beds, 3 × 2/3 × 60 after them.
    expect(warm!.stations[0]!.census).toBeGreaterThan(60);
    expect(warm!.stations[0]!.census).toBeLessThan(80);
    expect(warm!.stations[1]!.census).toBeGreaterThan(100);
    expect(warm!.stations[1]!.census).toBeLessThan(140);
    expect(cold!.stations[0]!.census).toBeLessThan(40);
    expect(cold!.stations[1]!.census).toBe(0);
    expect(warm!.came).toBe(cold!.came);
  });

  it('has patients wait in their beds where the step-down is full, under the same arrivals', () => {
    const of = (places: number) => {
      const stations = [beds(40), { id: 'after', places, stay: exponential(30), source: 'made up' }];
      return clinicFigures(simulateClinic(study, plan({ stations, patienceDays: 5 }), { seed: 3 }));
    };
    const [few, many] = [of(8), of(40)];
    expect(few['clinic.came']).toBe(many['clinic.came']);
    expect(few['clinic.beds.blocked']!).toBeGreaterThan(5);
    expect(many['clinic.beds.blocked']).toBe(0);
    expect(few['clinic.lost.share']!).toBeGreaterThan(many['clinic.lost.share']!);
  });

  it('needs a stay for every station but the first', () => {
    expect(() => plan({ stations: [beds(3), { ...beds(3), id: 'after' }] })).toThrow(/needs a stay/);
  });
});
