import { z } from 'zod';
import { caseloadScope } from '../caseload-scope.ts';
import { type CensusLine, censusOf } from '../census-of.ts';
import { defineRoute } from '../route.ts';

/** Counts of patients that name nobody; for a researcher counts from 1 to 10 are not told, nor others from which they could be computed. */
export const censusRoute = defineRoute({
  key: 'GET /api/census',
  kind: 'read',
  summary: 'How many patients are at each level of care and in each phase',
  answers: {
    200: {
      description:
        'Counts; null stands for one that is not told: from 1 to 10, or one that would tell such a count',
      schema: z.object({
        asOf: z.string(),
        items: z.array(z.looseObject({ curriculum: z.string(), episodes: z.int().nullable() })),
      }),
    },
  },
  handle: async ({ c, clinic, principal }) => {
    const scope = principal.role === 'supervisor' ? caseloadScope(principal, 'site', {}) : {};
    const rows = scope === null ? [] : await clinic.engine.caseload(scope);
    const items: CensusLine[] = censusOf(rows, principal.role === 'researcher');
    return c.json({ asOf: clinic.clock.today(), items });
  },
});
