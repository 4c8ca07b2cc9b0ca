import { z } from 'zod';
import type { Verification } from '../../../engine/event-store.ts';
import { defineRoute, type Route } from '../route.ts';

const Found = z.looseObject({ ok: z.boolean(), head: z.string().optional() });

const record = defineRoute({
  key: 'GET /api/verification',
  kind: 'read',
  summary: 'Check that nothing in the record was altered; keep the head elsewhere',
  answers: { 200: { description: 'What the check found', schema: Found } },
  handle: async ({ c, clinic }) => {
    const found: Verification = await clinic.engine.store.verify();
    return c.json(found);
  },
});

const accessLog = defineRoute({
  key: 'GET /api/access-log',
  kind: 'read',
  summary: 'Who did or saw what, newest first',
  query: z.strictObject({
    actor: z.string().min(1).max(64).optional(),
    episode: z.string().min(1).max(64).optional(),
    before: z.coerce.number().int().min(1).optional().describe('what the page before gave as `next`'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answers: {
    200: {
      description: 'A page of the log',
      schema: z.object({ items: z.array(z.looseObject({ number: z.int() })), next: z.int().nullable() }),
    },
  },
  handle: async ({ c, clinic, query: { limit, ...query }, log, untilLogged }) => {
    log({ reason: query.episode === undefined ? null : `the log of episode ${query.episode}` });
    await untilLogged();
    const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    const items = clinic.access.log.list({ ...given, limit });
    return c.json({ items, next: items.length < limit ? null : (items.at(-1)?.number ?? null) });
  },
});

const logCheck = defineRoute({
  key: 'GET /api/access-log/verification',
  kind: 'read',
  summary: 'Check that nothing in the access log was altered; keep the head elsewhere',
  query: z.strictObject({
    entries: z.coerce.number().int().min(1).optional(),
    head: z.string().length(64).optional().describe('a head that was kept elsewhere, with its entries'),
  }),
  answers: { 200: { description: 'What the check found', schema: Found } },
  handle: ({ c, clinic, query: { entries, head } }) => {
    const outside = entries === undefined || head === undefined ? undefined : { entries, head };
    return c.json(clinic.access.log.verify(outside));
  },
});

/** Checking the record and the log of who saw it. */
export const RECORD_ROUTES: readonly Route[] = [record, accessLog, logCheck];
