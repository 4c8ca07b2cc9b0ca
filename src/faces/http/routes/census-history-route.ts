import { z } from 'zod';
import { CensusQuery } from '../../../engine/census/census.ts';
import { caseloadScope } from '../caseload-scope.ts';
import { defineRoute } from '../route.ts';

/** Counts of patients over time that name nobody. A researcher has none of it: from one day to the next counts tell of single patients. */
export const censusHistoryRoute = defineRoute({
  key: 'GET /api/census/history',
  kind: 'read',
  summary: 'How many patients were in treatment over time, with admissions, ends and days at each level',
  query: CensusQuery,
  answers: {
    200: {
      description: 'The census',
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
    return c.json(census);
  },
});

/** The name of no site: of a supervisor of none. */
const NOWHERE = '—';
