import { html } from 'hono/html';
import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { renderPage } from '../page.ts';

/** The access log in a browser. */
export const accessLogPage = defineRoute({
  key: 'GET /access-log',
  kind: 'read',
  summary: 'Who did or saw what',
  query: z.strictObject({
    actor: z.string().max(64).optional(),
    episode: z.string().max(64).optional(),
    before: z.coerce.number().int().min(1).optional(),
  }),
  answers: { 200: { description: 'The page', type: 'text/html' } },
  handle: async ({ c, clinic, principal, query, log, untilLogged }) => {
    const given = Object.fromEntries(
      Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
    );
    log({ reason: query.episode ? `the log of episode ${query.episode}` : null });
    await untilLogged();
    const lines = clinic.access.log.list({ ...given, limit: 100 });
    const last = lines.at(-1)?.number;
    const older = new URLSearchParams({ ...(given as Record<string, string>), before: String(last) });
    const body = html`<h1>Access log</h1>
      <form method="get" action="/access-log" class="filters">
        <div><label for="actor">Who</label><input id="actor" name="actor" value="${query.actor ?? ''}"></div>
        <div><label for="episode">Record</label><input id="episode" name="episode" value="${query.episode ?? ''}"></div>
        <button class="quiet">Show</button></form>
      <div class="scroll" role="region" aria-label="Access log" tabindex="0"><table class="log">
        <thead><tr><th scope="col">No.</th><th scope="col">When (UTC)</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Whose</th><th scope="col">Ground</th><th scope="col">Reason</th></tr></thead>
        <tbody>${lines.map(
          ({ number, at, actor, role, action, outcome, subjects, basis, reason }) =>
            html`<tr><td>${number}</td><td class="nowrap">${at.slice(0, 19).replace('T', ' ')}</td><td>${actor ?? 'guest'}${role === null ? '' : ` (${role})`}</td><td>${action}${outcome === 'allowed' ? '' : html` <b class="bad">${outcome}</b>`}</td><td>${subjects
              .slice(0, 5)
              .map(({ episode }) => episode)
              .join(
                ', ',
              )}${subjects.length > 5 ? ` and ${subjects.length - 5} more` : ''}</td><td>${basis ?? ''}</td><td>${reason ?? ''}</td></tr>`,
        )}</tbody></table></div>
      ${lines.length < 100 ? '' : html`<p><a href="/access-log?${older.toString()}">Older lines</a></p>`}`;
    return c.html(renderPage({ title: 'Access log', principal, here: '/access-log', body }));
  },
});
