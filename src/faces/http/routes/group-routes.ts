import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { Identifier } from '../../../curriculum/identifier.ts';
import { carryOutGroupCommand } from '../carry-out-group-command.ts';
import { reachGroupCommand } from '../reach-group-command.ts';
import { groupsWithin, reachGroup } from '../reach-groups.ts';
import { type Ask, defineRoute, type Route } from '../route.ts';
import { GroupAnswer, GroupOutcomeAnswer } from '../schemas/group-answer.ts';
import { HttpGroupCommand } from '../schemas/http-group-command.ts';

const Day = z.strictObject({ on: CalendarDate.optional().describe('today unless given') });

const list = defineRoute({
  key: 'GET /api/groups',
  kind: 'read',
  summary:
    'The groups that one runs as they are on a day: a counselor leads them, a supervisor has their site',
  query: Day,
  answers: { 200: { description: 'The groups', schema: z.object({ items: z.array(GroupAnswer) }) } },
  handle: async (ask) => {
    const items = await groupsWithin(ask, ask.query.on);
    ask.noteSeen(items.flatMap(({ members, waiting, bookings }) => [...members, ...waiting, ...bookings]));
    return ask.c.json({ items });
  },
});

const one = defineRoute({
  key: 'GET /api/groups/:group',
  kind: 'read',
  summary:
    'A group on a day: its times, who is in it, who waits, which make-ups are booked, its rules of size',
  params: z.strictObject({ group: Identifier }),
  query: Day,
  answers: { 200: { description: 'The group; the ETag is the version', schema: GroupAnswer } },
  handle: async (ask) => {
    await reachGroup(ask, ask.params.group);
    const found = await ask.clinic.engine.groups.status(ask.params.group, ask.query.on);
    ask.noteSeen([...found.members, ...found.waiting, ...found.bookings]);
    return ask.c.json(found, 200, { ETag: `"${found.version}"` });
  },
});

const headers = ['Idempotency-Key', 'If-Match'] as const;
const outcome = { description: 'What was recorded', schema: GroupOutcomeAnswer };

const write = defineRoute({
  key: 'POST /api/groups',
  kind: 'write',
  summary:
    'Define, change or end a group; cancel, move or hold a meeting; who is in it; book a make-up; record a whole roster',
  body: HttpGroupCommand,
  headers,
  answers: { 200: outcome },
  handle: async (ask) => {
    await reachGroupCommand(ask, ask.body);
    const done = await carryOutGroupCommand(ask, ask.body);
    noteClosed(ask, done.patients);
    return ask.c.json(done, 200, { ETag: `"${done.version}"` });
  },
});

const preview = defineRoute({
  key: 'POST /api/groups/previews',
  kind: 'read',
  summary: 'What a command about a group would come to, rules of size included; nothing is recorded',
  body: HttpGroupCommand,
  headers: ['If-Match'],
  answers: { 200: { ...outcome, description: 'What would be recorded' } },
  handle: async (ask) => {
    await reachGroupCommand(ask, ask.body);
    const would = await carryOutGroupCommand(ask, ask.body, true);
    noteClosed(ask, would.patients);
    return ask.c.json(would);
  },
});

/** Groups: which one runs, and what is done with them. */
export const GROUP_ROUTES: readonly Route[] = [list, one, write, preview];

/** The days of a site concern all of its patients. */
function noteClosed(ask: Pick<Ask, 'noteSeen'>, patients: readonly string[] | undefined): void {
  if (patients !== undefined) ask.noteSeen(patients.map((episode) => ({ episode })));
}
