import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { MigrationMapping } from '../../../curriculum/migration-mapping.ts';
import type { MigrationRequest } from '../../../engine/migration/migration-request.ts';
import { defineRoute, type Route } from '../route.ts';

const request = {
  curriculum: z.string().min(1).max(200),
  from: z.string().min(1).max(64),
  to: z.string().min(1).max(64),
  mapping: MigrationMapping.optional(),
  on: CalendarDate.optional(),
};
const ISSUES = z.array(z.looseObject({ code: z.string(), message: z.string() }));

const rehearse = defineRoute({
  key: 'POST /api/migrations/rehearsals',
  kind: 'read',
  summary: 'What moving patients to another version would do to each; nothing is recorded',
  body: z.strictObject(request),
  answers: {
    200: {
      description: 'The rehearsal',
      schema: z.looseObject({ issues: ISSUES, landings: z.array(z.looseObject({ episode: z.string() })) }),
    },
  },
  handle: async ({ c, clinic, body, noteSeen }) => {
    const rehearsal = await clinic.engine.migration.rehearse(body as MigrationRequest);
    noteSeen([...rehearsal.landings, ...rehearsal.refused]);
    return c.json(rehearsal);
  },
});

const apply = defineRoute({
  key: 'POST /api/migrations',
  kind: 'write',
  summary: 'Move patients to another version, each whole or not at all',
  body: z.strictObject({
    ...request,
    episodes: z.array(z.string().min(1).max(64)).min(1).max(5000).describe('whom: those of a rehearsal'),
    reason: z.string().min(1).max(4000),
  }),
  answers: {
    200: {
      description: 'What became of each',
      schema: z.object({
        issues: ISSUES,
        results: z.array(z.looseObject({ episode: z.string(), accepted: z.boolean() })),
      }),
    },
  },
  handle: async ({ c, clinic, body, principal, reachEpisodes }) => {
    await reachEpisodes(body.episodes);
    const given = { ...(body as MigrationRequest), episodes: body.episodes, reason: body.reason };
    return c.json(await clinic.engine.migration.apply({ ...given, by: principal.name }));
  },
});

/** Moving patients to another version of their curriculum. */
export const MIGRATION_ROUTES: readonly Route[] = [rehearse, apply];
