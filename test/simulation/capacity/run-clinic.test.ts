import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clinic } from '../../../src/simulation/capacity/clinic.ts';
import { runClinic } from '../../../src/simulation/capacity/run-clinic.ts';
import { waitingTimeLaw } from '../../../src/simulation/capacity/waiting-time-law.ts';

const clinic = (some: Partial<Clinic> & Pick<Clinic, 'arrivals' | 'stays'>): Clinic => ({
  stations: some.stays.map((_, s) => ({ name: `level ${s}`, places: 1 })),
  patience: Number.POSITIVE_INFINITY,
  waitsInPlace: true,
  from: 0,
  until: 1000,
  ...some,
});
const days = (...values: number[]) => Float64Array.from(values);

/** Uniform numbers in order (mulberry32), so that a test says the same each time. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('waitingTimeLaw', () => {
  it('is the formula of Erlang: ten places, nine arrivals for each mean stay', () => {
    const { waits, meanWait, utilisation } = waitingTimeLaw(9, 1, 10);
    expect(waits).toBeCloseTo(0.668732, 6);
    expect(meanWait).toBeCloseTo(0.668732, 6);
    expect(utilisation).toBe(0.9);
    // One place: the chance to wait is the load.
    expect(waitingTimeLaw(0.5, 1, 1)).toMatchObject({ waits: 0.5, meanWait: 1 });
  });

  it('refuses a clinic whose waiting list would grow for ever', () => {
    expect(() => waitingTimeLaw(10, 1, 10)).toThrow('10 places do not suffice');
  });
});

describe('runClinic', () => {
  it('agrees with the formula for ten places, within four errors of the mean', () => {
    const next = uniform(7);
    const exponential = (mean: number) => -mean * Math.log(1 - next());
    const runs = 20;
    const means = Array.from({ length: runs }, () => {
      const count = 100_000;
      const arrivals = new Float64Array(count);
      const stays = new Float64Array(count);
      let now = 0;
      for (let i = 0; i < count; i += 1) {
        now += exponential(1 / 9);
        arrivals[i] = now;
        stays[i] = exponential(1);
      }
      const stations = [{ name: 'iop', places: 10 }];
      const { waits } = runClinic(clinic({ stations, arrivals, stays: [stays], from: 500, until: now }));
      return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    });
    const mean = means.reduce((sum, value) => sum + value, 0) / runs;
    const error = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1) / runs);
    expect(error).toBeLessThan(0.02);
    expect(Math.abs(mean - waitingTimeLaw(9, 1, 10).meanWait)).toBeLessThan(4 * error);
  });

  it.each([
    ['the formula of Pollaczek and Khinchin where all stay as long', () => 1, 0.8 / (2 * (1 - 0.8))],
    ['that of one place with exponential stays', (draw: number) => -Math.log(1 - draw), 0.8 / (1 - 0.8)],
  ])('agrees with %s, within four errors of the mean', (_, stayOf, theory) => {
    const next = uniform(11);
    const count = 60_000;
    const means = Array.from({ length: 12 }, () => {
      let now = 0;
      const arrivals = Float64Array.from({ length: count }, () => {
        now += -Math.log(1 - next()) / 0.8;
        return now;
      });
      const stays = [Float64Array.from({ length: count }, () => stayOf(next()))];
      const { waits } = runClinic(clinic({ arrivals, stays, from: 500, until: now }));
      return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    });
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    const squares = means.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const error = Math.sqrt(squares / (means.length - 1) / means.length);
    expect(error / theory).toBeLessThan(0.05);
    expect(Math.abs(mean - theory)).toBeLessThan(4 * error);
  });

  it('makes each wait for the place that is free first, whatever comes', () => {
    const people = fc.array(fc.record({ gap: fc.nat(5), stay: fc.integer({ min: 1, max: 20 }) }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 4 }), (list, places) => {
        let now = 0;
        const arrivals = list.map(({ gap }) => {
          now += gap;
          return now;
        });
        const free = new Array<number>(places).fill(0);
        const expected = list.map(({ stay }, i) => {
          const place = free.indexOf(Math.min(...free));
          const start = Math.max(arrivals[i]!, free[place]!);
          free[place] = start + stay;
          return start - arrivals[i]!;
        });
        const stays = [Float64Array.from(list, ({ stay }) => stay)];
        const { waits } = runClinic(
          clinic({
            stations: [{ name: 'iop', places }],
            arrivals: Float64Array.from(arrivals),
            stays,
            until: 1e6,
          }),
        );
        expect([...waits]).toEqual(expected);
      }),
    );
  });

  it('loses who has waited as long as they could, and passes the place on', () => {
    const result = runClinic(
      clinic({ arrivals: days(0, 1, 6), stays: [days(10, 10, 10)], patience: 5, until: 15 }),
    );
    expect(result).toMatchObject({ came: 3, admitted: 2, lost: 1, waiting: 0 });
    expect([...result.waits]).toEqual([0, 4]);
  });

  it('keeps a bed taken while its patient waits for the next level, and gives it on at once', () => {
    // A steps down on day 5, B must keep his bed from day 9 until A leaves on day 25, and C comes in only then.
    const stations = [
      { name: 'residential', places: 1 },
      { name: 'iop', places: 1 },
    ];
    const beds = { stations, arrivals: days(0, 0, 0), stays: [days(5, 4, 2), days(20, 1, 1)], until: 30 };
    const held = runClinic(clinic(beds));
    expect([...held.waits]).toEqual([0, 5, 25]);
    expect(held.stations[0]).toMatchObject({ entered: 3, census: 27 / 30, blocked: 16 / 30 });
    const home = runClinic(clinic({ ...beds, waitsInPlace: false }));
    expect([...home.waits]).toEqual([0, 5, 9]);
    expect(home.stations[0]).toMatchObject({ census: 11 / 30, blocked: 0 });
  });

  it('never sends away a patient who is in treatment, however long he waits for the next level', () => {
    const stations = [
      { name: 'residential', places: 1 },
      { name: 'iop', places: 1 },
    ];
    const { stations: used, lost } = runClinic(
      clinic({ stations, arrivals: days(0, 5), stays: [days(1, 1), days(50, 7)], patience: 10, until: 90 }),
    );
    expect(lost).toBe(0);
    expect(used[1]).toMatchObject({ entered: 2, meanWait: 45 / 2 });
  });

  it('passes over a level that a patient does not need', () => {
    const two = [0, 1].map((s) => ({ name: `level ${s}`, places: 1 }));
    const { stations } = runClinic(
      clinic({ stations: two, arrivals: days(0), stays: [days(0), days(3)], until: 10 }),
    );
    expect(stations.map(({ entered }) => entered)).toEqual([0, 1]);
  });

  it('measures from a day on, and begins with patients who are there', () => {
    const warm = runClinic(
      clinic({ arrivals: days(0, 2), stays: [days(8, 5)], there: 1, until: 16, from: 1 }),
    );
    expect(warm).toMatchObject({ came: 1, admitted: 1 });
    expect([...warm.waits]).toEqual([6]);
    expect(warm.stations[0]).toMatchObject({ census: 12 / 15, utilisation: 12 / 15 });
  });

  it('loses sight of nobody, and never has more patients than places', () => {
    const people = fc.array(fc.record({ gap: fc.nat(3), a: fc.nat(9), b: fc.nat(9) }), { maxLength: 60 });
    const places = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(people, places, fc.boolean(), fc.nat(12), (list, [p, q], waitsInPlace, patience) => {
        let now = 0;
        const arrivals = Float64Array.from(list, ({ gap }) => {
          now += gap;
          return now;
        });
        const stays = [Float64Array.from(list, ({ a }) => a), Float64Array.from(list, ({ b }) => b)];
        const stations = [
          { name: 'a', places: p },
          { name: 'b', places: q },
        ];
        const result = runClinic(clinic({ stations, arrivals, stays, waitsInPlace, patience, until: 100 }));
        expect(result.admitted + result.lost + result.waiting).toBe(result.came);
        expect(result.came).toBe(arrivals.filter((day) => day <= 100).length);
        for (const station of result.stations) expect(station.utilisation).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
