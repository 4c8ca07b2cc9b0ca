import fc from 'fast-check';
import type { Behaviour } from '../../src/simulation/behaviour.ts';
import { plausibleBehaviour } from './plausible-behaviour.ts';

const source = 'assumed';
const chance = (probability: number) => ({ probability, source });

const leave = fc
  .record({ probability: fc.constantFrom(0.05, 0.3), longest: fc.integer({ min: 1, max: 30 }) })
  .map(({ probability, longest }) => ({
    begins: { ...chance(probability), terms: { using: [0, 0.4] } },
    days: { type: 'triangular' as const, low: 1, mode: 1 + longest / 3, high: 1 + longest },
    source,
  }));

/** Staff who let a patient go past a phase, where the program lets them. */
const CHOICES = [{ from: 'first', to: 'third', share: 0.4, source }];

const after = ['dropped-out', 'terminated', 'incarcerated', 'other', 'transferred'] as const;

const readmission = fc.subarray([...after], { minLength: 3 }).map((reasons) => ({
  returns: { ...chance(0.3), terms: { 'clean-weeks': [0, 0.3], weekday: [0, 0, 0.5] } },
  after: reasons,
  source,
}));

/** Plausible behaviour in which use takes a step each week or each day, patients go on leave or not, and come back after a discharge or not. */
export const anyBehaviour: fc.Arbitrary<Behaviour> = fc
  .record({
    daily: fc.boolean(),
    leave: fc.option(leave),
    readmission: fc.option(readmission),
  })
  .map(({ daily, leave: left, readmission: back }) => {
    const { use, exits, ...rest } = plausibleBehaviour();
    return {
      ...rest,
      staff: { ...rest.staff, choices: CHOICES },
      ...(use === undefined ? {} : { use: { ...use, step: daily ? 'day' : 'week' } }),
      ...(left === null ? {} : { leave: left }),
      ...(back === null ? { exits } : { readmission: back, exits: { ...exits, other: chance(0.02) } }),
    };
  });
