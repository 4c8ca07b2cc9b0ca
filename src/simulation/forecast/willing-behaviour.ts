import type { Behaviour } from '../behaviour.ts';

const ALWAYS = { probability: 1, source: 'what if' } as const;
const NEVER = { probability: 0, source: 'what if' } as const;

/** Whatever else a gate asks staff to sign is signed at once. */
const ASKED = { afterDays: 0, share: 1, source: 'what if' } as const;

/**
 * The behaviour of somebody who comes to everything, does not use, hands in homework and stays, with staff who sign everything
 * with the delays that they have: nothing in it is left to chance.
 */
export function willingBehaviour(behaviour: Behaviour): Behaviour {
  const { exits: _, assessments, mutualHelp, use, tests, staff } = behaviour;
  return {
    traits: [],
    attendance: ALWAYS,
    ...(use ? { use: { atAdmission: NEVER, start: NEVER, stop: ALWAYS } } : {}),
    ...(tests ? { tests: { missed: NEVER, sensitivity: 1, specificity: 1, source: 'what if' } } : {}),
    homework: ALWAYS,
    mutualHelp: { timesAWeek: mutualHelp?.timesAWeek ?? 2, attends: ALWAYS },
    ...(assessments
      ? { assessments: assessments.map((assessment) => ({ ...assessment, deviation: 0 })) }
      : {}),
    staff: { ...staff, signOffs: [...staff.signOffs.map((signOff) => ({ ...signOff, share: 1 })), ASKED] },
  };
}
