import { html } from 'hono/html';
import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { defineRoute } from '../../http/route.ts';
import { coverageTable } from '../groups/coverage-table.ts';
import { renderPage } from '../page.ts';

/** When a new patient should start, so that he meets most topics of the rolling groups and has the fewest to make up. */
export const coveragePage = defineRoute({
  key: 'GET /coverage',
  kind: 'read',
  summary: 'Which topics of rolling groups a new patient would meet, by the day of his start',
  query: z.strictObject({ curriculum: z.string().max(200).optional(), from: CalendarDate.optional() }),
  answers: { 200: { description: 'The page', type: 'text/html' } },
  handle: async ({ c, clinic, principal, query }) => {
    const today = clinic.clock.today();
    const groups = await clinic.engine.groups.list();
    const curricula = [
      ...new Set(groups.flatMap(({ group }) => group.credits.map(({ curriculum }) => curriculum))),
    ].sort();
    const chosen = query.curriculum ?? curricula[0];
    const from = query.from ?? today;
    const titles = new Map((await clinic.library.list()).map(({ id, title }) => [id, title]));
    const coverage = chosen === undefined ? null : await clinic.engine.groups.coverage(chosen, { from });
    const body = html`<h1>When should a new patient start?</h1>
      <p>In a rolling group everybody meets the topic that the calendar has. Whoever starts on a good day meets most of them in his weeks, and has the fewest to make up.</p>
      <form method="get" action="/coverage" class="filters">
        <div><label for="curriculum">Curriculum</label><select id="curriculum" name="curriculum">${curricula.map((id) => html`<option value="${id}" ${id === chosen ? 'selected' : ''}>${titles.get(id) ?? id}</option>`)}</select></div>
        <div><label for="from">From</label><input id="from" name="from" type="date" value="${from}"></div>
        <button class="quiet">Show</button></form>
      ${coverage === null ? html`<p>There is no group yet that a curriculum gives credit for.</p>` : coverageTable(coverage, today)}`;
    return c.html(renderPage({ title: 'Start of a new patient', principal, here: '/groups', body }));
  },
});
