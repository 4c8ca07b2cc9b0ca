import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { Identifier } from '../../../curriculum/identifier.ts';
import { MeetingKey } from '../../../engine/groups/meeting-key.ts';
import { HttpProblem } from '../http-problem.ts';
import { reachGroup, runsGroup } from '../reach-groups.ts';
import { defineRoute, type Route } from '../route.ts';
import { EpisodePath } from '../schemas/episode-path.ts';
import { MeetingAnswer, RosterAnswer } from '../schemas/group-answer.ts';

/** The most days that are listed at once. */
const MOST_DAYS = 370;

const list = defineRoute({
  key: 'GET /api/meetings',
  kind: 'read',
  summary:
    'The meetings of the groups that one runs, or those at which a patient is expected, in order of time',
  query: z.strictObject({
    from: CalendarDate,
    to: CalendarDate,
    group: Identifier.optional(),
    site: z.string().min(1).max(200).optional(),
    leader: z.string().min(1).max(200).optional(),
    episode: z.string().min(1).max(64).optional(),
  }),
  answers: {
    200: {
      description: 'The meetings, cancelled ones too',
      schema: z.object({ items: z.array(MeetingAnswer) }),
    },
  },
  handle: async (ask) => {
    const { from, to, ...filters } = ask.query;
    if (Date.parse(to) - Date.parse(from) > MOST_DAYS * 86_400_000)
      throw new HttpProblem(400, 'invalid-request', `Ask for at most ${MOST_DAYS} days at once.`);
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const { groups } = ask.clinic.engine;
    if (filters.episode !== undefined) await ask.reachEpisodes([filters.episode]);
    if (filters.group !== undefined && filters.episode === undefined) await reachGroup(ask, filters.group);
    const found = await groups.meetings({ from, to, ...given });
    const run = new Map<string, boolean>();
    for (const { group } of found)
      if (!run.has(group)) run.set(group, runsGroup(ask, (await groups.status(group)).group));
    const items = filters.episode === undefined ? found.filter(({ group }) => run.get(group)) : found;
    return ask.c.json({ items });
  },
});

const roster = defineRoute({
  key: 'GET /api/groups/:group/meetings/:meeting',
  kind: 'read',
  summary: 'Who is expected at a meeting, and what is recorded of each now, corrections included',
  params: z.strictObject({ group: Identifier, meeting: MeetingKey }),
  answers: { 200: { description: 'The meeting with its roster', schema: RosterAnswer } },
  handle: async (ask) => {
    await reachGroup(ask, ask.params.group);
    const found = await ask.clinic.engine.groups.roster(ask.params.group, ask.params.meeting);
    ask.noteSeen(found.lines);
    return ask.c.json(found);
  },
});

const owed = defineRoute({
  key: 'GET /api/episodes/:episode/make-ups',
  kind: 'read',
  summary:
    'The sessions that a patient owes, the coming meetings that would satisfy each, and which are booked',
  params: EpisodePath,
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(180).default(42) }),
  answers: {
    200: {
      description: 'What is owed; a meeting at which he is expected already says so',
      schema: z.object({
        items: z.array(
          z.looseObject({
            track: z.string(),
            session: z.int(),
            meetings: z.array(
              MeetingAnswer.extend({ expected: z.boolean(), placesFree: z.int().nullable() }),
            ),
          }),
        ),
        booked: z.array(
          z.object({
            group: z.string(),
            meeting: z.string(),
            track: z.string(),
            session: z.int(),
          }),
        ),
      }),
    },
  },
  handle: async ({ c, clinic: { engine }, params: { episode }, query: { days } }) => {
    const items = await engine.groups.owed(episode, { days });
    const groups = await engine.groups.list({ episode });
    const booked = groups.flatMap(({ id: group, bookings }) =>
      bookings
        .filter((one) => one.episode === episode)
        .map(({ meeting, track, session }) => ({ group, meeting, track, session })),
    );
    return c.json({ items, booked });
  },
});

const coverage = defineRoute({
  key: 'GET /api/coverage',
  kind: 'read',
  summary:
    'When a new patient would meet each session of the rolling tracks, and which start needs the fewest make-ups',
  query: z.strictObject({
    curriculum: z.string().min(1).max(200).describe('as `matrix-iop` or `matrix-iop@2`'),
    from: CalendarDate.optional().describe('the first possible start; today unless given'),
    days: z.coerce.number().int().min(1).max(92).default(28).describe('starts within so many days'),
  }),
  answers: {
    200: {
      description: 'The coverage of the first start and of the best, and the make-ups that each start needs',
      schema: z.object({
        first: z.looseObject({ start: z.string(), makeUps: z.int() }),
        best: z.looseObject({ start: z.string(), makeUps: z.int() }),
        starts: z.array(z.object({ start: z.string(), makeUps: z.int() })),
      }),
    },
  },
  handle: async ({ c, clinic, query: { curriculum, from, days } }) => {
    const given = from === undefined ? { days } : { from, days };
    return c.json(await clinic.engine.groups.coverage(curriculum, given));
  },
});

/** Meetings of groups, their rosters, what is owed and when to begin. */
export const MEETING_ROUTES: readonly Route[] = [list, roster, owed, coverage];
