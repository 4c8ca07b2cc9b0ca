import fc from 'fast-check';
import type { Behaviour } from '../../src/simulation/behaviour.ts';
import { plausibleBehaviour } from './plausible-behaviour.ts';

/** Plausible behaviour in which use takes a step each week, or each day. */
export const anyBehaviour: fc.Arbitrary<Behaviour> = fc.record({ daily: fc.boolean() }).map(({ daily }) => {
  const { use, ...rest } = plausibleBehaviour();
  return { ...rest, ...(use === undefined ? {} : { use: { ...use, step: daily ? 'day' : 'week' } }) };
});
