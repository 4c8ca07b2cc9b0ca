import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { BehaviourModel } from '../../src/simulation/behaviour-model.ts';
import { compileModel } from '../../src/simulation/compiled-model.ts';
import { readCurriculum } from '../curricula/read-curriculum.ts';

const scope = { plan: compilePlan(readCurriculum('generic-iop')), traits: [], types: 1 };
const compiled = (more: object) =>
  compileModel(scope, BehaviourModel.parse({ probability: 0.1, source: 'assumed', ...more }));

describe('A trend of a model', () => {
  it('is the table of its log-odds, up to the value from which nothing changes', () => {
    const trend = compiled({ trends: { week: { each: 0.25, upTo: 3 } } });
    expect(trend).toEqual(compiled({ terms: { week: [0, 0.25, 0.5, 0.75] } }));
  });

  it('goes with the logarithm of one more than the value, as the hazard of Weibull does', () => {
    const trend = compiled({ trends: { week: { logarithm: 2, upTo: 3 } } });
    expect(trend).toEqual(
      compiled({ terms: { week: [0, 2 * Math.log(2), 2 * Math.log(3), 2 * Math.log(4)] } }),
    );
  });

  it('says what it is of: each, or logarithm', () => {
    const read = BehaviourModel.safeParse({ probability: 0.1, source: 'x', trends: { week: { upTo: 3 } } });
    expect(read.success).toBe(false);
  });
});
