import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { anyCurriculum } from '../generators/any-curriculum.ts';
import { watching } from '../generators/watching.ts';
import { anyBehaviour } from './any-behaviour.ts';
import { disagreements } from './compare-executions.ts';

const threshold = fc.constantFrom({ atLeast: 1 }, { atLeast: 2 }, { atMost: 0 }, { atMost: 1 });

describe('the kernel of a program that watches', () => {
  it('the fewest meetings in each of the last weeks agrees with the machine, leaves and returns included', () => {
    const weekly = fc.tuple(threshold, fc.integer({ min: 1, max: 4 })).map(([bound, lastWeeks]) => ({
      ...{ type: 'mutual-help-weekly', lastWeeks },
      ...bound,
    }));
    let moves = 0;
    fc.assert(
      fc.property(anyCurriculum, weekly, anyBehaviour, fc.nat(), (curriculum, leaf, behaviour, seed) => {
        const plan = compilePlan(watching(curriculum, leaf));
        const compared = disagreements(plan, behaviour, { seed, count: 3, horizonDays: 70 });
        expect(compared.disagreements).toEqual([]);
        moves += compared.events;
      }),
      { numRuns: 15 },
    );
    expect(moves).toBeGreaterThan(800);
  });
});
