import { html } from 'hono/html';
import { z } from 'zod';
import { EVERY_SITE } from '../../../access/account.ts';
import { addDays } from '../../../curriculum/calendar-date.ts';
import { caseloadScope } from '../../http/caseload-scope.ts';
import { type CensusLine, censusOf } from '../../http/census-of.ts';
import { type Ask, defineRoute } from '../../http/route.ts';
import { censusChart } from '../census/census-chart.ts';
import { guardRetention } from '../census/guard-retention.ts';
import { outcomes } from '../census/outcomes.ts';
import { retentionOf } from '../census/retention.ts';
import { retentionChart } from '../census/retention-chart.ts';
import { retentionTable } from '../census/retention-table.ts';
import { type Html, renderPage } from '../page.ts';
import { plainWords } from '../plain-words.ts';
import { sayDate } from '../say-date.ts';
import { sayLevel } from '../say-level.ts';

const PARTS = {
  level: 'level of care',
  phase: 'phase',
  curriculum: 'curriculum',
  counselor: 'counselor',
  site: 'site',
};
const SPANS = { '13': '3 months', '26': '6 months', '52': 'a year', '156': '3 years' };
const Query = z.strictObject({
  by: z.enum(Object.keys(PARTS) as (keyof typeof PARTS)[]).default('level'),
  weeks: z.enum(Object.keys(SPANS) as (keyof typeof SPANS)[]).default('52'),
});
type Query = z.infer<typeof Query>;

/**
 * Census and outcomes in a browser. For a researcher small counts are not told, curves of a few patients not drawn, and nothing is shown by
 * week, because the difference of two weeks may be one patient.
 */
export const censusPage = defineRoute({
  key: 'GET /census',
  kind: 'read',
  summary: 'How many patients are where, over time and now, what became of them, and how long they stay',
  query: Query,
  answers: { 200: { description: 'The page', type: 'text/html' } },
  handle: async (ask) => {
    const { c, clinic, principal } = ask;
    const guarded = principal.role === 'researcher';
    const today = clinic.clock.today();
    const scope = principal.role === 'supervisor' ? caseloadScope(principal, 'site', {}) : {};
    const rows = scope === null ? [] : await clinic.engine.caseload(scope);
    const titles = new Map((await clinic.library.list()).map(({ id, title }) => [id, title]));
    const all = retentionOf(rows, today);
    const retention = guarded ? guardRetention(all) : all.map((one) => ({ ...one, counted: true }));
    const body = html`<h1>Census, ${sayDate(today)}</h1>
      ${guarded ? html`<p class="notice">Counts from 1 to 10 are not told, so that nobody can be recognised, nor others from which they could be computed; for the same reason nothing is shown by week.</p>` : await overTime(ask)}
      <h2>Today</h2>
      ${censusTable(censusOf(rows, guarded), titles)}
      <h2>Retention</h2>
      <p>The share of patients who had not left before completing, by time since the admission (Kaplan and Meier, with 95 % interval). Who completed or is still in treatment counts until that day.</p>
      ${retention.length === 0 ? html`<p>There are too few patients for a curve.</p>` : html`${retentionTable(retention, titles)}${retention.map((one) => retentionChart(one, titles.get(one.curriculum), !guarded))}`}`;
    return c.html(renderPage({ title: 'Census', principal, here: '/census', body }));
  },
});

async function overTime({ clinic, principal, query }: Ask<unknown, Query>): Promise<Html> {
  const { by, weeks } = query;
  if (principal.role === 'supervisor' && principal.site === null) return html``;
  const own =
    principal.role === 'supervisor' && principal.site !== EVERY_SITE ? { site: principal.site ?? '' } : {};
  const from = addDays(clinic.clock.today(), -7 * Number(weeks));
  const census = await clinic.engine.census({
    ...own,
    by,
    from,
    step: Number(weeks) > 52 ? 'month' : 'week',
  });
  const say = (group: string) =>
    by === 'level' ? sayLevel(group) : by === 'counselor' || by === 'site' ? group : plainWords(group);
  const option = (value: string, words: string, chosen: string) =>
    html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`;
  return html`<form method="get" action="/census" class="filters">
      <div><label for="by">Told apart by</label><select id="by" name="by">${Object.entries(PARTS).map(([id, words]) => option(id, words, by))}</select></div>
      <div><label for="weeks">Over</label><select id="weeks" name="weeks">${Object.entries(SPANS).map(([id, words]) => option(id, words, weeks))}</select></div>
      <button class="quiet">Show</button></form>
    <h2>In treatment, by ${PARTS[by]}</h2>
    ${censusChart(census, say)}${outcomes(census)}`;
}

function censusTable(lines: readonly CensusLine[], titles: ReadonlyMap<string, string>): Html {
  const most = Math.max(1, ...lines.map(({ episodes }) => episodes ?? 0));
  return html`<div class="scroll" role="region" aria-label="Census" tabindex="0"><table>
    <thead><tr><th scope="col">Curriculum</th><th scope="col">Level of care</th><th scope="col">Phase</th><th scope="col">Standing</th><th scope="col">Patients</th><th scope="col"><span class="hide">Bar</span></th></tr></thead>
    <tbody>${lines.map(({ curriculum, levelOfCare, phase, lifecycle, episodes }) => html`<tr><td>${titles.get(curriculum) ?? plainWords(curriculum)}</td><td>${sayLevel(levelOfCare)}</td><td>${phase === null ? '' : plainWords(phase)}</td><td>${plainWords(lifecycle)}</td><td>${episodes ?? 'not told'}</td><td><svg class="picture" width="120" height="12" aria-hidden="true"><rect class="bar" width="${((episodes ?? 0) / most) * 120}" height="12"/></svg></td></tr>`)}</tbody></table></div>`;
}
