import { z } from 'zod';
import { WorklistName, WorklistQuery } from '../../../engine/worklists/worklist-row.ts';
import { caseloadScope } from '../caseload-scope.ts';
import { defineRoute } from '../route.ts';
import { WorklistAnswer } from '../schemas/worklist-answer.ts';

/** Lists who within reach waits for something. */
export const worklistRoute = defineRoute({
  key: 'GET /api/worklists/:list',
  kind: 'read',
  summary: 'Who waits for something, the longest waiting first: why, and what to do next',
  params: z.strictObject({ list: WorklistName }),
  query: WorklistQuery.omit({ list: true, days: true, limit: true }).extend({
    days: z.coerce.number().int().min(0).max(3650).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  answers: {
    200: {
      description: 'A page; `next` asks for the one behind it, as `after`',
      schema: WorklistAnswer,
    },
  },
  handle: async (ask) => {
    const given = Object.fromEntries(Object.entries(ask.query).filter(([, value]) => value !== undefined));
    const scope = caseloadScope(ask.principal, ask.reach, given);
    const query = { list: ask.params.list, ...given, ...scope };
    const page = scope === null ? { rows: [], after: null } : await ask.clinic.engine.worklist(query);
    ask.noteSeen(page.rows);
    return ask.c.json({ items: page.rows, next: page.after });
  },
});
