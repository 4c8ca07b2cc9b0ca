import { compilePlan } from '../program/compile-plan.ts';
import type { Plan } from '../program/plan.ts';

/** The plan of an episode that was referred and has no curriculum yet: nothing runs until it is admitted to one. */
export const REFERRAL_PLAN: Plan = compilePlan({
  id: 'referral',
  version: '0.0.0',
  title: 'Referral',
  levelOfCare: { system: 'general', level: 'outpatient' },
  sources: {},
  phases: [{ id: 'waiting', title: 'Waiting' }],
  tracks: [
    {
      id: 'none',
      title: 'None',
      kind: 'case-management',
      format: 'individual',
      order: 'any',
      during: ['waiting'],
      schedule: [],
      requires: 'none',
      sessions: [{ number: 1, title: 'None' }],
    },
  ],
});
