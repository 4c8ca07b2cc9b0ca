import { z } from 'zod';
import { LONGEST_LINK, NewCalendarLink } from '../../../access/calendar-link.ts';
import { Identifier } from '../../../curriculum/identifier.ts';
import { calendarLinks, makeCalendarLink, revokeCalendarLink } from '../calendar-links.ts';
import { defineRoute, type Route } from '../route.ts';

const Shown = z.object({
  id: z.string(),
  of: z.enum(['counselor', 'group', 'patient']),
  name: z.string(),
  createdAt: z.string(),
  until: z.string(),
});

const list = defineRoute({
  key: 'GET /api/calendar-links',
  kind: 'read',
  summary: 'The calendar links that one made, or all of a group or a patient within reach',
  query: z.strictObject({
    group: Identifier.optional(),
    episode: z.string().min(1).max(64).optional(),
  }),
  answers: {
    200: { description: 'The links; never their secrets', schema: z.object({ items: z.array(Shown) }) },
  },
  handle: async (ask) => {
    const found = await calendarLinks(ask, ask.query);
    const items = found.map(({ id, of, name, createdAt, until }) => ({ id, of, name, createdAt, until }));
    return ask.c.json({ items });
  },
});

const make = defineRoute({
  key: 'POST /api/calendar-links',
  kind: 'write',
  summary: `Make a secret link to the own calendar, or that of a group or a patient within reach; good for ${LONGEST_LINK} days at the most`,
  body: NewCalendarLink,
  answers: {
    201: {
      description: 'The address, shown this once: whoever has it sees the calendar, without signing in',
      schema: Shown.extend({ url: z.string() }),
    },
  },
  handle: async (ask) => {
    const { account: _account, ...made } = await makeCalendarLink(ask, ask.body);
    return ask.c.json(made, 201);
  },
});

const revoke = defineRoute({
  key: 'POST /api/calendar-links/:link/revocation',
  kind: 'write',
  summary: 'Revoke a calendar link at once',
  params: z.strictObject({ link: z.string().min(1).max(64).describe('its id') }),
  body: z.strictObject({}),
  answers: { 204: { description: 'Revoked' } },
  handle: async (ask) => {
    await revokeCalendarLink(ask, ask.params.link);
    return ask.c.body(null, 204);
  },
});

/** Secret links to calendars: listed, made, revoked. */
export const CALENDAR_LINK_ROUTES: readonly Route[] = [list, make, revoke];
