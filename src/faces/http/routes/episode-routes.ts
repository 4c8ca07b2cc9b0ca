import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import type { Moment } from '../../../engine/engine.ts';
import { defineRoute, type Route } from '../route.ts';
import { EpisodePath } from '../schemas/episode-path.ts';
import { MomentQuery } from '../schemas/moment-query.ts';
import { StatusAnswer } from '../schemas/status.ts';

const LIST = z.array(z.looseObject({}));
const read = { kind: 'read', params: EpisodePath } as const;

const status = defineRoute({
  ...read,
  key: 'GET /api/episodes/:episode/status',
  summary: 'Where a patient stands and why, on a day, with what was known at a moment',
  query: MomentQuery,
  answers: { 200: { description: 'The standing; the ETag is the version', schema: StatusAnswer } },
  handle: async ({ c, clinic, params, query }) => {
    const found = await clinic.engine.status(params.episode, momentOf(query));
    return c.json(found, 200, { ETag: `"${found.version}"` });
  },
});

const history = defineRoute({
  ...read,
  key: 'GET /api/episodes/:episode/history',
  summary: 'Everything that was recorded, by day, with what became of it',
  query: MomentQuery,
  answers: { 200: { description: 'The history', schema: z.object({ items: LIST }) } },
  handle: async ({ c, clinic, params, query }) =>
    c.json({ items: await clinic.engine.history(params.episode, momentOf(query)) }),
});

const agenda = defineRoute({
  ...read,
  key: 'GET /api/episodes/:episode/agenda',
  summary: 'The coming meetings of a patient',
  query: z.strictObject({
    from: CalendarDate.optional(),
    days: z.coerce.number().int().min(1).max(92).default(7),
  }),
  answers: { 200: { description: 'Meetings by day', schema: z.object({ items: LIST }) } },
  handle: async ({ c, clinic, params, query: { from, days } }) =>
    c.json({ items: await clinic.engine.agenda(params.episode, { days, ...(from ? { from } : {}) }) }),
});

const knowledge = defineRoute({
  ...read,
  key: 'GET /api/episodes/:episode/knowledge',
  summary: 'What changed between two moments in what was known about a day',
  query: z.strictObject({
    from: z.string().min(10).max(40),
    to: z.string().min(10).max(40),
    asOf: CalendarDate.optional(),
  }),
  answers: { 200: { description: 'What moved', schema: z.object({ items: LIST }) } },
  handle: async ({ c, clinic, params, query: { asOf, ...between } }) =>
    c.json({
      items: await clinic.engine.diffKnowledge(params.episode, { ...between, ...(asOf ? { asOf } : {}) }),
    }),
});

const whole = defineRoute({
  ...read,
  key: 'GET /api/episodes/:episode/export',
  summary: 'Everything about one episode',
  answers: { 200: { description: 'The export', schema: z.looseObject({ format: z.string() }) } },
  handle: async ({ c, clinic, params }) => c.json(await clinic.engine.exportEpisode(params.episode)),
});

/** The questions about one episode. */
export const EPISODE_ROUTES: readonly Route[] = [status, history, agenda, knowledge, whole];

function momentOf({ asOf, knownAt }: z.infer<typeof MomentQuery>): Moment {
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}
