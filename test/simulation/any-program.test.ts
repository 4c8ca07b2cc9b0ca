import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../src/curriculum/calendar-date.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { FIRST_MONDAY } from '../../src/simulation/first-monday.ts';
import { compileKernel } from '../../src/simulation/kernel/compile-kernel.ts';
import { anyCurriculum } from '../generators/any-curriculum.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';
import { anyBehaviour } from './any-behaviour.ts';
import { disagreements } from './compare-executions.ts';
import { plausibleBehaviour } from './plausible-behaviour.ts';

/** Days of the first ninety on which a clinic is closed. */
const anyClosures = fc.array(fc.tuple(fc.nat(95), fc.nat(6)), { maxLength: 6 }).map((stretches) =>
  stretches.map(([day, more]) => ({
    ...{ from: fromDayNumber(FIRST_MONDAY + day), to: fromDayNumber(FIRST_MONDAY + day + more) },
    title: 'closed',
  })),
);

describe('the kernel of any program', () => {
  it('agrees with the machine event for event, in state, counters and dates', () => {
    let events = 0;
    let daily = 0;
    let earned = 0;
    let leaves = 0;
    let returns = 0;
    const ends = new Set<string>();
    fc.assert(
      fc.property(
        anyCurriculum,
        anyClosures,
        anyBehaviour,
        fc.nat(),
        (curriculum, closures, behaviour, seed) => {
          const plan = compilePlan({ ...curriculum, closures });
          const compared = disagreements(plan, behaviour, {
            seed,
            count: 3,
            horizonDays: 90,
          });
          events += compared.events;
          earned += compared.earned;
          leaves += compared.leaves;
          returns += compared.returns;
          daily += behaviour.use?.step === 'day' ? compared.events : 0;
          for (const end of compared.ends) ends.add(end);
          expect(compared.disagreements).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
    expect(events).toBeGreaterThan(5000);
    expect(earned).toBeGreaterThan(10_000);
    expect(leaves).toBeGreaterThan(50);
    expect(returns).toBeGreaterThan(20);
    expect(daily).toBeGreaterThan(1000);
    expect(ends.size).toBeGreaterThan(3);
  });

  it('is refused by name where it could only be approximated', () => {
    const plan = compilePlan(
      smallCurriculum((written) => {
        const [track] = written['tracks'] as { sessions: { number: number }[] }[];
        for (const session of track!.sessions) session.number += 1;
      }),
    );
    expect(compileKernel(plan, plausibleBehaviour())).toMatchObject({
      accepted: false,
      refusals: [{ code: 'sessions-not-numbered-from-one' }],
    });
  });
});
