import { html } from 'hono/html';
import { z } from 'zod';
import type { Curriculum } from '../../../curriculum/curriculum.ts';
import { diffCurricula } from '../../../curriculum/diff/diff-curricula.ts';
import { compilePlan } from '../../../program/compile-plan.ts';
import { diagramSvg } from '../../../program/diagram/diagram-svg.ts';
import { describePlan } from '../../../program/diagram/svg/describe-plan.ts';
import type { Plan } from '../../../program/plan.ts';
import { reachThrough } from '../../http/access-table.ts';
import { findCurriculum } from '../../http/find-curriculum.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { checkedFile } from '../curricula/checked-file.ts';
import { phaseList } from '../curricula/phase-list.ts';
import { provisionalPlaces } from '../curricula/provisional-places.ts';
import { rehearsalTable } from '../curricula/rehearsal-table.ts';
import { trackList } from '../curricula/track-list.ts';
import { type Html, renderPage } from '../page.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
const version = z.string().max(64).optional();
const params = z.strictObject({ curriculum: z.string().min(1).max(200) });

/** Curricula in a browser. */
export const CURRICULUM_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /curricula',
    kind: 'read',
    summary: 'The curricula',
    answers,
    handle: (ask) => list(ask, null),
  }),
  defineRoute({
    key: 'POST /curricula',
    kind: 'read',
    summary: 'Check the text of a curriculum; nothing is kept',
    body: z.looseObject({ text: z.string().max(500_000) }),
    answers,
    handle: (ask) => list(ask, ask.body.text),
  }),
  defineRoute({
    key: 'GET /curricula/:curriculum',
    kind: 'read',
    summary:
      'A curriculum: diagram, phases, tracks, what changed; for a director also a rehearsal of moving patients to it',
    params,
    query: z.strictObject({ version, from: version, rehearse: z.literal('yes').optional() }),
    answers,
    handle: async (ask) => {
      const {
        c,
        clinic,
        principal,
        params: { curriculum },
        query,
      } = ask;
      const one = await findCurriculum(clinic, curriculum, query.version);
      const versions = await versionsOf(ask, one.id);
      const before = query.from === undefined ? null : await findCurriculum(clinic, one.id, query.from);
      const rehearsal =
        before === null || query.rehearse === undefined || principal.role !== 'director'
          ? null
          : await clinic.engine.migration.rehearse({
              curriculum: one.id,
              from: before.version,
              to: one.version,
            });
      if (rehearsal !== null) ask.noteSeen([...rehearsal.landings, ...rehearsal.refused]);
      const plan = compilePlan(one);
      const names = new Map(plan.phases.map(({ id, title }) => [id, title]));
      const body = html`<h1>${one.title}</h1>
        <p class="meta">${one.id} ${one.version} · ${one.levelOfCare.system} ${one.levelOfCare.level}</p>
        ${one.summary === undefined ? '' : html`<p>${one.summary}</p>`}
        ${diagram(one, plan)}
        ${versions.length < 2 ? '' : compare(one, versions, query.from, principal.role === 'director')}
        ${before === null ? '' : differences(before, one)}
        ${rehearsal === null ? '' : rehearsalTable(rehearsal, names)}
        <div class="two"><div><h2>Phases</h2>${phaseList(plan)}</div><div><h2>Tracks and sessions</h2>${trackList(one, plan)}${unchecked(one)}</div></div>`;
      return c.html(renderPage({ title: one.title, principal, here: '/curricula', body }));
    },
  }),
  defineRoute({
    key: 'GET /curricula/:curriculum/diagram.svg',
    kind: 'read',
    summary: 'The diagram of a curriculum',
    params,
    query: z.strictObject({ version }),
    answers: { 200: { description: 'The picture', type: 'image/svg+xml' } },
    handle: async ({ c, clinic, params: { curriculum }, query }) => {
      const svg = diagramSvg(compilePlan(await findCurriculum(clinic, curriculum, query.version)));
      return c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' });
    },
  }),
];

async function list({ c, clinic, principal }: Ask, text: string | null) {
  const all = [...(await clinic.library.list())].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  const may = reachThrough('POST /curricula', principal.role) !== 'no';
  const body = html`<h1>Curricula</h1>
    ${may ? checkedFile(text) : ''}
    <div class="scroll" role="region" aria-label="Curricula" tabindex="0"><table class="stack"><thead><tr><th scope="col">Title</th><th scope="col">Id</th><th scope="col">Version</th></tr></thead>
    <tbody>${all.map((one) => html`<tr><th scope="row"><a href="/curricula/${one.id}?version=${one.version}">${one.title}</a></th><td>${one.id}</td><td>${one.version}</td></tr>`)}</tbody></table></div>`;
  return c.html(renderPage({ title: 'Curricula', principal, here: '/curricula', body }));
}

async function versionsOf({ clinic }: Ask, id: string): Promise<string[]> {
  const known = [...(await clinic.library.list()), ...(await clinic.engine.store.curricula())];
  return [...new Set(known.filter((one) => one.id === id).map((one) => one.version))];
}

function diagram(one: Curriculum, plan: Plan): Html {
  const words = describePlan(plan);
  return html`<div class="scroll" role="region" aria-label="Diagram" tabindex="0"><img class="sheet" src="/curricula/${one.id}/diagram.svg?version=${one.version}" alt="Diagram of ${one.title}; it is said in words below"></div>
    <details><summary>The diagram in words</summary><p>${words}</p></details>`;
}

function compare(
  one: Curriculum,
  versions: readonly string[],
  from: string | undefined,
  director: boolean,
): Html {
  const others = versions.filter((other) => other !== one.version);
  return html`<h2>Other versions</h2><form method="get" action="/curricula/${one.id}" class="filters">
    <input type="hidden" name="version" value="${one.version}">
    <div><label for="from">Compare with</label><select id="from" name="from">${others.map((other) => html`<option value="${other}" ${other === from ? 'selected' : ''}>${other}</option>`)}</select></div>
    ${director ? html`<p><label for="rehearse"><input type="checkbox" id="rehearse" name="rehearse" value="yes"> rehearse moving the patients of it</label></p>` : ''}
    <button class="quiet">Show</button></form>`;
}

function differences(before: Curriculum, after: Curriculum): Html {
  const found = diffCurricula(before, after);
  return html`<h2>What changed since ${before.version}</h2>${found.length === 0 ? html`<p>Nothing in its meaning.</p>` : html`<ul>${found.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`}`;
}

function unchecked(one: Curriculum): Html {
  const places = provisionalPlaces(one);
  if (places.length === 0) return html`<p class="meta">Nothing in it is provisional.</p>`;
  return html`<details><summary>Provisional: ${places.length === 1 ? '1 place' : `${places.length} places`} not checked against the source</summary><ul>${places.map(({ path, title }) => html`<li><code>${path}</code>${title === null ? '' : ` ${title}`}</li>`)}</ul></details>`;
}
