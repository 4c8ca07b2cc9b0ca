import type { Policies } from '../policies.ts';
import { diffFields } from './diff-fields.ts';
import type { Difference } from './difference.ts';

const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  attendance: { countsFromFraction: 0.5, excusedCountsAsOffered: false },
  drugTests: { missedCountsAs: 'missed' },
  leave: { sessionsDuringLeave: 'not-owed' },
  corrections: { advance: 'stands', discharge: 'stands' },
  roles: { advance: ['counselor', 'supervisor'], override: ['supervisor', 'director'] },
};

/** Compares the policies of two curricula; a policy that is not stated has its default. */
export function diffPolicies(before: Policies | undefined, after: Policies | undefined): Difference[] {
  const [was, is] = [before ?? {}, after ?? {}] as Record<string, object>[];
  const groups = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
  return groups.flatMap((group) =>
    diffFields(
      {
        path: `policies.${group}`,
        subject: `policy on ${group.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)}`,
      },
      was?.[group] ?? {},
      is?.[group] ?? {},
      { defaults: DEFAULTS[group] ?? {}, sets: ['advance', 'override', 'days'], code: 'policy-changed' },
    ),
  );
}
