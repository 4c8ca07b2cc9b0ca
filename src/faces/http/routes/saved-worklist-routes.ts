import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { SavedName, WorklistFilter } from '../../../engine/worklists/saved-worklist.ts';
import { caseloadScope } from '../caseload-scope.ts';
import { HttpProblem } from '../http-problem.ts';
import { ownerOf } from '../owner-of.ts';
import { defineRoute, type Route } from '../route.ts';
import { WorklistAnswer } from '../schemas/worklist-answer.ts';

const Path = z.strictObject({ worklist: SavedName.describe('its name') });
const Shown = z.object({
  name: z.string(),
  shared: z.boolean().describe('for the whole clinic'),
  filter: WorklistFilter,
  savedBy: z.string(),
  savedAt: z.string(),
});

const list = defineRoute({
  key: 'GET /api/saved-worklists',
  kind: 'read',
  summary: 'The worklists that one saved, and those of the whole clinic',
  answers: { 200: { description: 'By name', schema: z.object({ items: z.array(Shown) }) } },
  handle: ({ c, clinic, principal }) => c.json({ items: clinic.access.savedWorklists.list(principal.id) }),
});

const save = defineRoute({
  key: 'POST /api/saved-worklists',
  kind: 'write',
  summary: 'Save a filter over one or more worklists under a name, in place of one of the same name',
  body: z.strictObject({
    name: SavedName,
    filter: WorklistFilter,
    shared: z.boolean().default(false).describe('for the whole clinic: a supervisor’s to save'),
  }),
  answers: { 201: { description: 'As it is kept', schema: Shown } },
  handle: (ask) => {
    const { name, filter, shared } = ask.body;
    const { access, clock } = ask.clinic;
    const account = ownerOf(ask, shared);
    access.savedWorklists.save(account, { name, filter, savedBy: ask.principal.name, savedAt: clock.now() });
    ask.log({ reason: `saved the worklist ${name}${shared ? ' for the clinic' : ''}` });
    return ask.c.json(access.savedWorklists.find(account, name), 201);
  },
});

const read = defineRoute({
  key: 'GET /api/saved-worklists/:worklist',
  kind: 'read',
  summary: 'A page of a saved worklist: who within reach is in it, why, and what to do next',
  params: Path,
  query: z.strictObject({
    on: CalendarDate.optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  answers: {
    200: { description: 'A page; `next` asks for the one behind it, as `after`', schema: WorklistAnswer },
  },
  handle: async (ask) => {
    const { clinic, principal, reach, params } = ask;
    const saved = clinic.access.savedWorklists.find(principal.id, params.worklist);
    if (saved === null) throw new HttpProblem(404, 'not-found', 'There is no saved worklist of that name.');
    const given = Object.fromEntries(Object.entries(ask.query).filter(([, value]) => value !== undefined));
    const scope = caseloadScope(principal, reach, saved.filter);
    const query = { ...saved.filter, ...given, ...scope };
    const page = scope === null ? { rows: [], after: null } : await clinic.engine.worklist(query);
    ask.noteSeen(page.rows);
    return ask.c.json({ items: page.rows, next: page.after });
  },
});

const remove = defineRoute({
  key: 'POST /api/saved-worklists/:worklist/deletion',
  kind: 'write',
  summary: 'Delete a saved worklist',
  params: Path,
  body: z.strictObject({ shared: z.boolean().default(false) }),
  answers: { 204: { description: 'Deleted' } },
  handle: (ask) => {
    const { shared } = ask.body;
    const name = ask.params.worklist;
    const deleted = ask.clinic.access.savedWorklists.delete(ownerOf(ask, shared), name);
    if (!deleted) throw new HttpProblem(404, 'not-found', 'There is no saved worklist of that name.');
    ask.log({ reason: `deleted the worklist ${name}${shared ? ' of the clinic' : ''}` });
    return ask.c.body(null, 204);
  },
});

/** Worklists that were saved: listed, saved, read page by page, deleted. */
export const SAVED_WORKLIST_ROUTES: readonly Route[] = [list, save, read, remove];
