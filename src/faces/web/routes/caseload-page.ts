import { html } from 'hono/html';
import { z } from 'zod';
import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import { lastMeetings } from '../../../engine/recent-meetings.ts';
import { caseloadScope } from '../../http/caseload-scope.ts';
import { findCurriculum } from '../../http/find-curriculum.ts';
import { type Ask, defineRoute } from '../../http/route.ts';
import { findAction } from '../actions/actions.ts';
import { type Html, renderPage } from '../page.ts';
import { patientStrip } from '../patient-strip.ts';
import { plainWords } from '../plain-words.ts';
import { sayDate } from '../say-date.ts';
import { WORKLISTS } from '../worklists.ts';

const Query = z.strictObject({
  list: z.enum(WORKLISTS.map(({ id }) => id)).optional(),
  view: z.enum(['board', 'table']).default('board'),
  phase: z.string().max(100).optional(),
  counselor: z.string().max(200).optional(),
  find: z.string().max(100).optional(),
  done: z.string().max(64).optional(),
});
type Query = z.infer<typeof Query>;
/** A line of the caseload with what the picture of the patient needs. */
type Shown = CaseloadRow & { readonly last: ReturnType<typeof lastMeetings>; readonly test: string };

/** The most patients on one page. */
const MOST = 200;

/** The caseload in a browser: a board by phase, or a table, of everybody or of one worklist. */
export const caseloadPage = defineRoute({
  key: 'GET /caseload',
  kind: 'read',
  summary: 'The caseload',
  query: Query,
  answers: { 200: { description: 'The page', type: 'text/html' } },
  handle: async (ask) => {
    const { c, clinic, principal, query } = ask;
    const today = clinic.clock.today();
    const scope = caseloadScope(principal, ask.reach, {});
    const all = scope === null ? [] : await clinic.engine.caseload({ ...scope, open: true });
    const list = WORKLISTS.find(({ id }) => id === query.list);
    const asked = all.filter(
      (row) =>
        (list === undefined || list.has(row, today)) &&
        (query.phase === undefined || row.phase === query.phase) &&
        (query.counselor === undefined || row.counselor === query.counselor) &&
        (query.find === undefined ||
          `${row.patient} ${row.episode}`.toLowerCase().includes(query.find.toLowerCase())),
    );
    const rows = asked.slice(0, MOST).map((row) => shown(row, today));
    ask.noteSeen(rows);
    const body = html`<h1>Caseload</h1>
      ${lists(all, today, query)}
      ${filters(all, query)}
      ${list === undefined ? '' : html`<p class="soft">${list.advice}</p>`}
      <p>${asked.length === 1 ? '1 patient' : `${asked.length} patients`}${asked.length > MOST ? `, of whom the first ${MOST} are shown` : ''}.</p>
      ${rows.length === 0 ? html`<p>Nobody is on this list.</p>` : query.view === 'table' ? table(rows, today) : board(rows, today, await phaseOrder(ask, rows))}`;
    const done = query.done === undefined ? undefined : findAction(query.done);
    const told = done === undefined ? undefined : `Saved: ${done.title.toLowerCase()}.`;
    return c.html(renderPage({ title: 'Caseload', principal, here: '/caseload', done: told, body }));
  },
});

function shown(row: CaseloadRow, today: string): Shown {
  const { on, negativeInARow = 0, positive = 0 } = row.lastTest ?? {};
  const run =
    negativeInARow > 0 ? `${negativeInARow} negative in a row` : positive > 0 ? 'not negative' : 'no result';
  return {
    ...row,
    last: lastMeetings(row, today),
    test: on === undefined ? 'no test yet' : `last test ${on}, ${run}`,
  };
}

function lists(all: readonly CaseloadRow[], today: string, query: Query): Html {
  const link = (id: string | undefined, title: string, count: number) => {
    const search = new URLSearchParams({ ...(id === undefined ? {} : { list: id }), view: query.view });
    return html`<li><a href="/caseload?${search.toString()}" ${query.list === id ? html`aria-current="true"` : ''}>${title} <b>${count}</b></a></li>`;
  };
  return html`<ul class="lists" aria-label="Worklists">
    ${link(undefined, 'Everybody', all.length)}
    ${WORKLISTS.map(({ id, title, has }) => link(id, title, all.filter((row) => has(row, today)).length))}
  </ul>`;
}

function filters(all: readonly CaseloadRow[], query: Query): Html {
  const options = (
    values: readonly (string | null)[],
    chosen: string | undefined,
    say: (value: string) => string,
  ) =>
    [...new Set(values.filter((value) => value !== null))]
      .sort()
      .map(
        (value) =>
          html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${say(value)}</option>`,
      );
  const phases = options(
    all.map(({ phase }) => phase),
    query.phase,
    plainWords,
  );
  const counselors = options(
    all.map(({ counselor }) => counselor),
    query.counselor,
    (name) => name,
  );
  return html`<form method="get" action="/caseload" class="filters">
    ${query.list === undefined ? '' : html`<input type="hidden" name="list" value="${query.list}">`}
    <div><label for="find">Patient</label><input id="find" name="find" value="${query.find ?? ''}"></div>
    <div><label for="phase">Phase</label><select id="phase" name="phase"><option value="">all</option>${phases}</select></div>
    ${counselors.length < 2 ? '' : html`<div><label for="counselor">Counselor</label><select id="counselor" name="counselor"><option value="">all</option>${counselors}</select></div>`}
    <div><label for="view">Show as</label><select id="view" name="view"><option value="board">board</option><option value="table" ${query.view === 'table' ? 'selected' : ''}>table</option></select></div>
    <button class="quiet">Show</button>
  </form>`;
}

/** The phases of the curricula of patients in the order of each program; of a pathway none, whose columns follow the weeks. */
async function phaseOrder(
  { clinic }: Ask,
  rows: readonly CaseloadRow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const versions = new Map(rows.map(({ curriculum, curriculumVersion }) => [curriculum, curriculumVersion]));
  const found = [...versions].map(async ([id, version]) => {
    const curriculum = await findCurriculum(clinic, id, version).catch(() => null);
    return [id, (curriculum?.phases ?? []).map((phase) => phase.id)] as const;
  });
  return new Map(await Promise.all(found));
}

function board(rows: readonly Shown[], today: string, inOrder: ReadonlyMap<string, readonly string[]>): Html {
  const curricula = [...Map.groupBy(rows, ({ curriculum }) => curriculum)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return html`${curricula.map(([curriculum, patients]) => {
    const phases = [...Map.groupBy(patients, ({ phase, lifecycle }) => phase ?? lifecycle)];
    const order = (list: readonly Shown[]) => Math.min(...list.map(({ week }) => week ?? 0));
    const program = inOrder.get(curriculum) ?? [];
    phases.sort(
      ([a, first], [b, second]) => program.indexOf(a) - program.indexOf(b) || order(first) - order(second),
    );
    return html`<h2>${plainWords(curriculum)}</h2>
      <div class="board" role="region" aria-label="Board of ${plainWords(curriculum)}" tabindex="0">${phases.map(
        ([phase, list]) =>
          html`<section><h3><span>${plainWords(phase)}</span><span>${list.length}</span></h3>${list.map((row) => card(row, today))}</section>`,
      )}</div>`;
  })}`;
}

function card(row: Shown, today: string): Html {
  return html`<article class="card">
    <h4><a href="/patients/${row.episode}">${row.patient}</a> <span class="meta">${row.week === null ? '' : `week ${row.week}`}</span></h4>
    <p class="meta">${patientStrip(row.last)}</p>
    <p class="meta">${row.test}</p>
    ${chips(row, today)}
    ${row.gate === 'satisfied' || row.blockers.length === 0 ? '' : html`<ul>${row.blockers.slice(0, 3).map((blocker) => html`<li>${blocker}</li>`)}${row.blockers.length > 3 ? html`<li class="soft">and ${row.blockers.length - 3} more</li>` : ''}</ul>`}
  </article>`;
}

function chips(row: Shown, today: string): Html {
  return html`<p class="meta">
    ${row.gate === 'satisfied' ? html`<span class="chip good">ready to advance</span>` : ''}
    ${row.lifecycle === 'on-leave' ? html`<span class="chip warn">on leave</span>` : ''}
    ${row.nextDueOn !== null && row.nextDueOn <= today ? html`<span class="chip bad">due ${sayDate(row.nextDueOn, today)}: ${row.nextDue}</span>` : ''}
  </p>`;
}

function table(rows: readonly Shown[], today: string): Html {
  return html`<div class="scroll" role="region" aria-label="Caseload as a table" tabindex="0"><table class="stack">
    <thead><tr><th scope="col">Patient</th><th scope="col">Week</th><th scope="col">Phase</th><th scope="col">Last meetings</th><th scope="col">Tests</th><th scope="col">What blocks the next phase</th><th scope="col">Due</th></tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr>
        <th scope="row"><a href="/patients/${row.episode}">${row.patient}</a></th>
        <td>${row.week ?? ''}</td>
        <td>${plainWords(row.phase ?? row.lifecycle)}${row.lifecycle === 'on-leave' ? ' (on leave)' : ''}</td>
        <td>${patientStrip(row.last)}</td>
        <td>${row.test}</td>
        <td>${row.gate === 'satisfied' ? html`<span class="chip good">ready to advance</span>` : row.blockers.join('; ')}</td>
        <td>${row.nextDueOn === null ? '' : html`${sayDate(row.nextDueOn, today)}: ${row.nextDue}`}</td>
      </tr>`,
    )}</tbody></table></div>`;
}
