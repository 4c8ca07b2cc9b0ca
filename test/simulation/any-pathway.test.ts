import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { compilePathway } from '../../src/program/compile-pathway.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { FIRST_MONDAY } from '../../src/simulation/first-monday.ts';
import { anyPathway } from '../generators/any-pathway.ts';
import { anyBehaviour } from './any-behaviour.ts';
import { disagreements } from './compare-executions.ts';
import { plausibleBehaviour } from './plausible-behaviour.ts';

const library = loadCurriculumLibrary([]);
const ids = [...new Set((await library.listPathways?.())!.map(({ id }) => id))];

describe('the kernel of a pathway', () => {
  it.each(ids)('agrees with the machine event for event, over all stages, on %s', async (id) => {
    const course = compilePathway((await library.findPathway!(id))!);
    const run = { seed: 11, count: 4, horizonDays: 180 };
    const compared = disagreements(course, plausibleBehaviour(), run);
    expect(compared.disagreements).toEqual([]);
    expect(compared.events).toBeGreaterThan(100);
    expect(compared.moves).toBeGreaterThan(0);
  });

  it('agrees with the machine on rewards that go on from stage to stage, and on those that a stage does not have', async () => {
    const { incentives = [] } = compilePlan((await library.find('cra-vouchers'))!);
    const course = compilePathway((await library.findPathway!('step-up'))!);
    expect(incentives.length).toBe(2);
    const stages = course.stages.map((stage, s) => ({
      ...stage,
      plan: { ...stage.plan, incentives: s % 2 === 0 ? [...incentives].reverse() : incentives.slice(0, 1) },
    }));
    const compared = disagreements({ ...course, stages }, plausibleBehaviour(), {
      ...{ seed: 11, count: 12, horizonDays: 300 },
    });
    expect(compared.disagreements).toEqual([]);
    expect(compared.moves).toBeGreaterThan(0);
    expect(compared.earned).toBeGreaterThan(0);
  });

  it('agrees with the machine on any pathway, with credit that comes and expires and levels of care that close for days', () => {
    let moves = 0;
    let credits = 0;
    let leaves = 0;
    let returns = 0;
    fc.assert(
      fc.property(anyPathway, anyBehaviour, fc.nat(), (document, behaviour, seed) => {
        const run = { seed, count: 3, horizonDays: 60 };
        const course = compilePathway(document);
        const stages = course.stages.map((stage, s) => {
          const from = FIRST_MONDAY + 9 + 4 * s;
          const closures = [{ from, to: from + (seed % 7), title: 'closed' }];
          return { ...stage, plan: { ...stage.plan, closures } };
        });
        const compared = disagreements({ ...course, stages }, behaviour, run);
        expect(compared.disagreements).toEqual([]);
        moves += compared.moves;
        credits += compared.credits;
        leaves += compared.leaves;
        returns += compared.returns;
      }),
      { numRuns: 25 },
    );
    expect(moves).toBeGreaterThan(100);
    expect(credits).toBeGreaterThan(20);
    expect(leaves).toBeGreaterThan(10);
    expect(returns).toBeGreaterThan(20);
  });
});
