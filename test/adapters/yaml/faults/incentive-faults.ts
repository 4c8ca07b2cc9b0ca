import { EVENING_CLINIC } from '../../../curriculum/fixtures/evening-clinic.ts';
import type { Fault } from './fault.ts';

const rewards = (entry: string): Fault['edits'] => [
  [EVENING_CLINIC, `${EVENING_CLINIC.trimEnd()}\nincentives:\n  - ${entry}\n`],
];
const tests = 'for: { type: negative-test }';

/** Faults of rewards, by the code of the issue that they cause. */
export const INCENTIVE_FAULTS = {
  'incentive-impossible': [
    {
      edits: rewards(`{ id: v, title: V, pays: money, ${tests}, tiers: [{ first: 5, maximum: 4 }] }`),
      path: 'incentives.0.tiers.0.maximum',
      at: '4 }]',
    },
    {
      edits: rewards(
        `{ id: v, title: V, pays: money, ${tests}, tiers: [{ first: 5 }, { weeks: 2, first: 4 }] }`,
      ),
      path: 'incentives.0.tiers.1.weeks',
      at: '2, first',
      says: 'week 2',
    },
    {
      edits: rewards(`{ id: v, title: V, pays: money, ${tests}, tiers: [{ weeks: 90, first: 4 }] }`),
      path: 'incentives.0.tiers.0.weeks',
      at: '90, first',
      says: 'last week of the program',
    },
    {
      edits: rewards(`{ id: v, title: V, pays: draws, ${tests}, tiers: [{ first: 1 }] }`),
      path: 'incentives.0.pays',
      at: 'draws',
      says: 'prizes',
    },
    {
      edits: rewards(
        `{ id: v, title: V, pays: money, ${tests}, tiers: [{ first: 1 }], prizes: [{ id: p, title: P, chips: 1, value: 1 }] }`,
      ),
      path: 'incentives.0.prizes',
      at: '[{ id: p',
      says: 'draws',
    },
  ],
} satisfies Record<string, readonly Fault[]>;
