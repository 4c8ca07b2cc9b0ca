import { html } from 'hono/html';
import { z } from 'zod';
import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import { SavedName, type SavedWorklist, WorklistFilter } from '../../../engine/worklists/saved-worklist.ts';
import { WorklistName } from '../../../engine/worklists/worklist-row.ts';
import { caseloadScope } from '../../http/caseload-scope.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { ownerOf } from '../../http/owner-of.ts';
import { readWith } from '../../http/read-with.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import type { Filled } from '../action-command.ts';
import { findAction } from '../actions/actions.ts';
import { BULK_ACTIONS } from '../caseload/bulk-actions.ts';
import { caseloadBoard } from '../caseload/caseload-board.ts';
import { caseloadTable } from '../caseload/caseload-table.ts';
import { MOST_PATIENTS } from '../caseload/most-patients.ts';
import { deleteForm, membersOfSaved, saveForm } from '../caseload/saved-lists.ts';
import { shownPatient } from '../caseload/shown-patient.ts';
import { readWorklists, WORKLISTS } from '../caseload/worklists.ts';
import { caught } from '../field-problems.ts';
import { type Html, renderPage } from '../page.ts';
import { plainWords } from '../plain-words.ts';
import { type ProgramWords, programWords } from '../program-words.ts';
import { sayLevel } from '../say-level.ts';

const text = z.string().max(200).optional();
const Query = z.strictObject({
  list: z.enum(WORKLISTS.map(({ id }) => id)).optional(),
  view: z.enum(['board', 'table']).default('board'),
  phase: text,
  counselor: text,
  level: text,
  curriculum: text,
  find: text,
  saved: text,
  /** Picks everybody who is shown. */
  pick: z.literal('all').optional(),
  done: z.string().max(64).optional(),
});
type Query = z.infer<typeof Query>;

const answers = { 200: { description: 'The page', type: 'text/html' } };
const optional = z.string().max(200).optional();
const Body = z.strictObject({
  do: z.enum(['save', 'delete']),
  ...{ name: optional, days: optional, shared: optional },
  list: z.union([text, z.array(z.string().max(200)).max(50)]),
  ...{ phase: optional, counselor: optional, level: optional, curriculum: optional },
});

/** The caseload in a browser: a board by phase, or a table, of everybody or of one worklist; and worklists that are kept under a name. */
export const CASELOAD_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /caseload',
    kind: 'read',
    summary: 'The caseload',
    query: Query,
    answers,
    handle: (ask) => show(ask, ask.query, null),
  }),
  defineRoute({
    key: 'POST /caseload',
    kind: 'write',
    summary: 'Save a worklist under a name, or delete one',
    body: Body,
    answers,
    handle: async (ask) => {
      const { do: what, name = '', list, days, shared, level, ...filters } = ask.body;
      const { savedWorklists } = ask.clinic.access;
      const whole = shared !== undefined;
      const problem = await caught(async () => {
        const account = ownerOf(ask, whole);
        const said = whole ? ' for the clinic' : '';
        if (what === 'delete') {
          savedWorklists.delete(account, name);
          ask.log({ reason: `deleted the worklist ${name}${said}` });
          return;
        }
        const given = { ...filters, levelOfCare: level, days: days ? Number(days) : undefined };
        const kept = Object.entries(given).filter(([, value]) => value !== undefined && value !== '');
        const lists = [list ?? []].flat();
        const asked = { name, list: lists, ...Object.fromEntries(kept) } as unknown as z.infer<typeof Named>;
        const { name: called, ...filter } = readWith(Named, asked, 'body');
        savedWorklists.save(account, {
          ...{ name: called, filter, savedBy: ask.principal.name, savedAt: ask.clinic.clock.now() },
        });
        ask.log({ reason: `saved the worklist ${called}${said}` });
      });
      if (problem !== null)
        return show(ask, Query.parse({ ...filters, level }), { filled: ask.body as Filled, problem });
      const to = what === 'delete' ? '' : `?saved=${encodeURIComponent(name.trim())}`;
      return ask.c.redirect(`/caseload${to}`, 303);
    },
  }),
];

const Named = WorklistFilter.extend({
  name: SavedName,
  list: z.array(WorklistName).min(1, 'choose at least one'),
});

async function show(
  ask: Ask<unknown, unknown, unknown>,
  query: Query,
  wrong: { readonly filled: Filled; readonly problem: HttpProblem } | null,
) {
  const { c, clinic, principal } = ask;
  const today = clinic.clock.today();
  const scope = caseloadScope(principal, ask.reach, {});
  const all = scope === null ? [] : await clinic.engine.caseload({ ...scope, open: true });
  const lists = await readWorklists(clinic.engine, scope, all, today);
  const list = WORKLISTS.find(({ id }) => id === query.list);
  const savedLists = clinic.access.savedWorklists.list(principal.id);
  const saved = savedLists.find(({ name }) => name === query.saved);
  if (query.saved !== undefined && saved === undefined)
    throw new HttpProblem(404, 'not-found', 'There is no saved worklist of that name.');
  const members =
    saved !== undefined ? await membersOfSaved(ask, saved) : list === undefined ? null : lists.get(list.id);
  const asked = all.filter((row) => (members?.has(row.episode) ?? true) && fits(row, query));
  const rows = asked
    .slice(0, MOST_PATIENTS)
    .map((row) => shownPatient(row, members?.get(row.episode) ?? null, today));
  ask.noteSeen(rows);
  const picked = query.pick === 'all' || query.list === 'ready';
  const words = await wordsOf(ask, rows);
  const shown =
    query.view === 'table'
      ? caseloadTable(rows, today, words, picked)
      : caseloadBoard(rows, today, words, picked);
  const counts = new Map([...lists].map(([id, map]) => [id, map.size]));
  const { phase, counselor, level, curriculum } = query;
  const filtered = Object.entries({ phase, counselor, level, curriculum }).filter(([, value]) => value);
  const shares = principal.role === 'supervisor';
  const body = html`<h1>Caseload${saved === undefined ? '' : `: ${saved.name}`}</h1>
    ${chips(all.length, counts, query)}
    ${savedLists.length === 0 ? '' : savedChips(savedLists, query)}
    ${filters(all, query)}
    ${list === undefined ? '' : html`<p class="soft">${list.advice}</p>`}
    <p>${asked.length === 1 ? '1 patient' : `${asked.length} patients`}${asked.length > MOST_PATIENTS ? `, of whom the first ${MOST_PATIENTS} are shown` : ''}. <a class="screen" href="/new-patient">A new patient</a>${saved !== undefined && (!saved.shared || shares) ? html` ${deleteForm(saved)}` : ''}</p>
    ${rows.length === 0 ? html`<p>Nobody is on this list.</p>` : html`<form method="get" action="/bulk">${shown}${bulkBar(query)}</form>`}
    ${saveForm(wrong?.filled ?? { list: list?.of ?? [] }, Object.fromEntries(filtered) as Record<string, string>, shares, wrong?.problem ?? null)}`;
  const done = query.done === undefined ? undefined : findAction(query.done.split(' ')[0] ?? '');
  const many = query.done?.split(' ')[1];
  const told =
    done === undefined
      ? undefined
      : `Saved: ${done.title.toLowerCase()}${many === undefined ? '' : `, ${many === '1' ? '1 patient' : `${many} patients`}`}.`;
  const page = renderPage({ title: 'Caseload', principal, here: '/caseload', done: told, body });
  return c.html(page, (wrong?.problem.status ?? 200) as 200);
}

/** The lists that were saved, one's own and the clinic's. */
function savedChips(all: readonly SavedWorklist[], query: Query): Html {
  return html`<ul class="lists" aria-label="Saved lists">${all.map(({ name, shared }) => html`<li><a href="${address(query, { list: undefined, saved: name })}" ${query.saved === name ? html`aria-current="true"` : ''}>${name}${shared ? html` <small>clinic</small>` : ''}</a></li>`)}</ul>`;
}

function fits(row: CaseloadRow, { phase, counselor, level, curriculum, find }: Query): boolean {
  return (
    (phase === undefined || row.phase === phase) &&
    (counselor === undefined || row.counselor === counselor) &&
    (level === undefined || row.levelOfCare === level) &&
    (curriculum === undefined || row.curriculum === curriculum) &&
    (find === undefined || `${row.patient} ${row.episode}`.toLowerCase().includes(find.toLowerCase()))
  );
}

/** The same page with another choice. */
function address(query: Query, change: Partial<Record<keyof Query, string | undefined>>): string {
  const { done: _, pick: __, ...kept } = query;
  const given = Object.entries({ ...kept, ...change }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return `/caseload?${new URLSearchParams(given as [string, string][]).toString()}`;
}

/** Everybody, and each list with how many are in it; lists with nobody in them are not offered. */
function chips(everybody: number, counts: ReadonlyMap<string, number>, query: Query): Html {
  const link = (id: string | undefined, title: string, count: number) =>
    html`<li><a href="${address(query, { list: id, saved: undefined })}" ${query.list === id && query.saved === undefined ? html`aria-current="true"` : ''}>${title} <b>${count}</b></a></li>`;
  const offered = WORKLISTS.filter(
    ({ id }) => (counts.get(id) ?? 0) > 0 || id === 'ready' || id === query.list,
  );
  return html`<ul class="lists" aria-label="Worklists">
    ${link(undefined, 'Everybody', everybody)}
    ${offered.map(({ id, title }) => link(id, title, counts.get(id) ?? 0))}
  </ul>`;
}

function filters(all: readonly CaseloadRow[], query: Query): Html {
  const choice = (
    name: 'phase' | 'counselor' | 'level' | 'curriculum',
    label: string,
    values: readonly (string | null)[],
    least = 2,
  ) => {
    const known = [...new Set(values.filter((value) => value !== null))].sort();
    if (known.length < least && query[name] === undefined) return html``;
    return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">all</option>${known.map((value) => html`<option value="${value}" ${value === query[name] ? 'selected' : ''}>${name === 'counselor' ? value : name === 'level' ? sayLevel(value) : plainWords(value)}</option>`)}</select></div>`;
  };
  return html`<form method="get" action="/caseload" class="filters">
    ${query.list === undefined ? '' : html`<input type="hidden" name="list" value="${query.list}">`}${query.saved === undefined ? '' : html`<input type="hidden" name="saved" value="${query.saved}">`}
    <div><label for="find">Patient</label><input id="find" name="find" value="${query.find ?? ''}"></div>
    ${choice(
      'phase',
      'Phase',
      all.map(({ phase }) => phase),
      1,
    )}
    ${choice(
      'curriculum',
      'Curriculum',
      all.map(({ curriculum }) => curriculum),
    )}
    ${choice(
      'level',
      'Level of care',
      all.map(({ levelOfCare }) => levelOfCare),
    )}
    ${choice(
      'counselor',
      'Counselor',
      all.map(({ counselor }) => counselor),
    )}
    <div><label for="view">Show as</label><select id="view" name="view"><option value="board">board</option><option value="table" ${query.view === 'table' ? 'selected' : ''}>table</option></select></div>
    <button class="quiet">Show</button>
  </form>`;
}

/** What can be done for those who are picked. */
function bulkBar(query: Query): Html {
  return html`<div class="bulk" role="group" aria-label="For those who are picked"><label for="action">For those who are picked</label><select id="action" name="action">${BULK_ACTIONS.map(({ id, title }) => html`<option value="${id}">${title}</option>`)}</select>
    <button>Show what would change</button>
    ${query.pick === 'all' ? '' : html`<a href="${address(query, {})}&amp;pick=all">Pick everybody who is shown</a>`}</div>`;
}

/** The names of the programs of patients; the columns of a pathway, which has no phases of its own, follow the weeks. */
async function wordsOf(
  { clinic }: Ask,
  rows: readonly CaseloadRow[],
): Promise<ReadonlyMap<string, ProgramWords>> {
  const versions = new Map(rows.map(({ curriculum, curriculumVersion }) => [curriculum, curriculumVersion]));
  const found = [...versions].map(
    async ([id, version]) => [id, await programWords(clinic, id, version)] as const,
  );
  return new Map(await Promise.all(found));
}
