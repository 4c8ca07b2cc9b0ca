import { z } from 'zod';
import { type Census, CensusQuery } from '../../../engine/census/census.ts';
import { caseloadScope } from '../caseload-scope.ts';
import { SMALLEST_TOLD } from '../census-of.ts';
import { defineRoute } from '../route.ts';

/** Counts of patients over time that name nobody; for a researcher counts from 1 to 10 are not told. */
export const censusHistoryRoute = defineRoute({
  key: 'GET /api/census/history',
  kind: 'read',
  summary: 'How many patients were in treatment over time, with admissions, ends and days at each level',
  query: CensusQuery,
  answers: {
    200: {
      description: 'The census; null stands for 1 to 10 where small counts are not told',
      schema: z.looseObject({
        groups: z.array(z.string()),
        points: z.array(z.looseObject({ on: z.string() })),
      }),
    },
  },
  handle: async ({ c, clinic, principal, query }) => {
    const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    const scope = principal.role === 'supervisor' ? caseloadScope(principal, 'site', given) : {};
    const census = await clinic.engine.census({ ...given, ...(scope ?? { site: NOWHERE }) });
    return c.json(principal.role === 'researcher' ? guardedCensus(census) : census);
  },
});

/** The name of no site: of a supervisor of none. */
const NOWHERE = '—';

/** A census in which counts from 1 to 10 are not told, nor what they could be reckoned from: with one of them the whole line goes. Pure. */
export function guardedCensus({ points, levels, ends, admitted, completed, ...rest }: Census) {
  const small = (count: number) => count > 0 && count < SMALLEST_TOLD;
  const told = (count: number) => (small(count) ? null : count);
  const byDay = rest.step === 'day';
  return {
    ...rest,
    points: points.map(({ on, patients, onLeave, counts, ...flow }) => {
      const hide = small(patients) || counts.some(small) || small(onLeave);
      return {
        on,
        patients: hide ? null : patients,
        onLeave: hide ? null : onLeave,
        counts: counts.map((count) => (hide ? null : count)),
        // From one day to the next, the difference of two counts would tell them.
        admitted: byDay ? null : told(flow.admitted),
        ended: byDay ? null : told(flow.ended),
      };
    }),
    levels: levels.map((level) => (small(level.patients) ? { ...level, days: null, patients: null } : level)),
    ends: ends.map((end) => ({ ...end, patients: told(end.patients) })),
    admitted: told(admitted),
    completed: told(completed),
  };
}
