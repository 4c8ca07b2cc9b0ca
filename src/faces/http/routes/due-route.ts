import { z } from 'zod';
import { EVERY_SITE } from '../../../access/account.ts';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import type { DueRow as Row } from '../../../engine/due-row.ts';
import type { Ask } from '../route.ts';
import { defineRoute } from '../route.ts';
import { DueRow } from '../schemas/due-row.ts';

/** Lists the work that falls due within reach. */
export const dueRoute = defineRoute({
  key: 'GET /api/due',
  kind: 'read',
  summary: 'Work that falls due, earliest first',
  query: z.strictObject({
    upTo: CalendarDate.optional(),
    counselor: z.string().min(1).max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answers: { 200: { description: 'What is due', schema: z.object({ items: z.array(DueRow) }) } },
  handle: async (ask) => {
    const items = await dueWithinReach(ask, ask.query);
    ask.noteSeen(items.map(({ episode }) => ({ episode })));
    return ask.c.json({ items });
  },
});

/** The work that falls due within the reach of who asks. */
export async function dueWithinReach(
  { clinic: { engine }, principal, reach }: Ask,
  asked: { upTo?: string | undefined; counselor?: string | undefined; limit: number },
): Promise<Row[]> {
  const upTo = asked.upTo === undefined ? {} : { upTo: asked.upTo };
  if (reach === 'caseload') {
    const own = asked.counselor === undefined || asked.counselor === principal.name;
    return own ? engine.due({ ...upTo, counselor: principal.name, limit: asked.limit }) : [];
  }
  if (reach !== 'site' || principal.site === null) return [];
  const counselor = asked.counselor === undefined ? {} : { counselor: asked.counselor };
  const site = principal.site === EVERY_SITE ? {} : { site: principal.site };
  return engine.due({ ...upTo, ...counselor, ...site, limit: asked.limit });
}
