import { html } from 'hono/html';
import { caseloadScope } from '../../http/caseload-scope.ts';
import { type CensusLine, censusOf, SMALLEST_TOLD } from '../../http/census-of.ts';
import { defineRoute } from '../../http/route.ts';
import { type Html, renderPage } from '../page.ts';
import { plainWords } from '../plain-words.ts';
import { retentionOf } from '../retention.ts';
import { retentionChart } from '../retention-chart.ts';
import { sayDate } from '../say-date.ts';

/** Census and outcomes in a browser. For a researcher small counts are not told, nor curves of a few patients drawn. */
export const censusPage = defineRoute({
  key: 'GET /census',
  kind: 'read',
  summary: 'How many patients are where, and how long they stay',
  answers: { 200: { description: 'The page', type: 'text/html' } },
  handle: async ({ c, clinic, principal }) => {
    const guarded = principal.role === 'researcher';
    const today = clinic.clock.today();
    const scope = principal.role === 'supervisor' ? caseloadScope(principal, 'site', {}) : {};
    const rows = scope === null ? [] : await clinic.engine.caseload(scope);
    const lines = censusOf(rows, guarded);
    const retention = retentionOf(rows, today).filter(({ patients, completed, left }) =>
      guarded ? Math.min(patients, completed || SMALLEST_TOLD, left || SMALLEST_TOLD) >= SMALLEST_TOLD : true,
    );
    const body = html`<h1>Census, ${sayDate(today)}</h1>
      ${guarded ? html`<p class="notice">Counts from 1 to 10 are not told, so that nobody can be recognised.</p>` : ''}
      ${censusTable(lines)}
      <h2>Retention</h2>
      <p>The share of patients who had not left before completing, by time since the admission (Kaplan and Meier, with 95 % interval). Who completed or is still in treatment counts until that day.</p>
      ${retention.length === 0 ? html`<p>There are too few patients for a curve.</p>` : retention.map(retentionChart)}`;
    return c.html(renderPage({ title: 'Census', principal, here: '/census', body }));
  },
});

function censusTable(lines: readonly CensusLine[]): Html {
  const most = Math.max(1, ...lines.map(({ episodes }) => episodes ?? 0));
  return html`<div class="scroll" role="region" aria-label="Census" tabindex="0"><table>
    <thead><tr><th scope="col">Curriculum</th><th scope="col">Level of care</th><th scope="col">Phase</th><th scope="col">Standing</th><th scope="col">Patients</th><th scope="col"><span class="hide">Bar</span></th></tr></thead>
    <tbody>${lines.map(({ curriculum, levelOfCare, phase, lifecycle, episodes }) => html`<tr><td>${plainWords(curriculum)}</td><td>${levelOfCare}</td><td>${phase === null ? '' : plainWords(phase)}</td><td>${plainWords(lifecycle)}</td><td>${episodes ?? '1 to 10'}</td><td><svg class="picture" width="120" height="12" aria-hidden="true"><rect class="bar" width="${((episodes ?? 0) / most) * 120}" height="12"/></svg></td></tr>`)}</tbody></table></div>`;
}
