import { z } from 'zod';
import type { CaseloadQuery } from '../../../engine/caseload-row.ts';
import { caseloadScope } from '../caseload-scope.ts';
import { defineRoute } from '../route.ts';
import { CaseloadRow } from '../schemas/caseload-row.ts';
import { PAGE_QUERY } from '../schemas/page-query.ts';

const text = z.string().min(1).max(200).optional();

/** Lists patients within reach: a counselor's own caseload, a supervisor's site. */
export const caseloadRoute = defineRoute({
  key: 'GET /api/caseload',
  kind: 'read',
  summary: 'Patients within reach, and what keeps each from the next phase',
  query: z.strictObject({
    counselor: text,
    phase: text,
    site: text,
    levelOfCare: text,
    lifecycle: text,
    curriculum: text,
    open: z.enum(['true', 'false']).default('true').describe('only episodes that have not ended'),
    ...PAGE_QUERY,
  }),
  answers: {
    200: {
      description: 'A page of the caseload, by episode',
      schema: z.object({ items: z.array(CaseloadRow), next: z.string().nullable() }),
    },
  },
  handle: async (ask) => {
    const { open, limit, ...filters } = ask.query;
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const scope = caseloadScope(ask.principal, ask.reach, given);
    const query: CaseloadQuery = { ...given, ...scope, open: open === 'true', limit: limit + 1 };
    const rows = scope === null ? [] : await ask.clinic.engine.caseload(query);
    const items = rows.slice(0, limit);
    ask.noteSeen(items);
    return ask.c.json({ items, next: rows.length > limit ? (items.at(-1)?.episode ?? null) : null });
  },
});
