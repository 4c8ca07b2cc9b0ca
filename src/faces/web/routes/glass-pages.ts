import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { z } from 'zod';
import { BreakGlass } from '../../../access/break-glass.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import { readWith } from '../../http/read-with.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { caught } from '../field-problems.ts';
import { formParts } from '../form-parts.ts';
import { renderPage } from '../page.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };

/** Opening a record outside the own caseload in a browser. */
export const GLASS_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /broken-glass',
    kind: 'read',
    summary: 'The form for breaking the glass',
    answers,
    handle: (ask) => show(ask, {}, null),
  }),
  defineRoute({
    key: 'POST /broken-glass',
    kind: 'write',
    summary: 'Break the glass',
    body: z.record(z.string(), z.string().max(2000)),
    answers,
    handle: async (ask) => {
      const { c, clinic, principal, body, log } = ask;
      let opened = '';
      const problem = await caught(async () => {
        const { minutes, ...rest } = body;
        const {
          episode: given,
          reason,
          minutes: lasts,
        } = readWith(
          BreakGlass,
          { ...rest, ...(minutes === undefined ? {} : { minutes: Number(minutes) }) },
          'body',
        );
        const episode = await recordOf(ask, given);
        const from = clinic.clock.now();
        const until = new Date(Date.parse(from) + lasts * 60_000).toISOString();
        log({ subjects: [{ episode, patient: null }], basis: 'break-glass', reason });
        clinic.access.glass.add({ id: randomUUID(), account: principal.id, episode, reason, from, until });
        opened = episode;
      });
      if (problem === null) return c.redirect(`/patients/${encodeURIComponent(opened)}`, 303);
      return show(ask, body, problem);
    },
  }),
];

/**
 * The record that is meant: by its own number, or by that of a patient, whom somebody outside his caseload knows by nothing else; then the one
 * that is open. What is neither is taken as it is, so that the answer does not tell what there is.
 */
async function recordOf(
  { clinic: { engine } }: Ask<unknown, unknown, unknown>,
  given: string,
): Promise<string> {
  const name = given.trim();
  const [record] = await engine.caseload({ episode: name, limit: 1 });
  if (record !== undefined) return record.episode;
  const open = await engine.caseload({ open: true });
  return open.find(({ patient }) => patient === name)?.episode ?? name;
}

function show({ c, principal }: Ask, filled: Readonly<Record<string, string>>, problem: HttpProblem | null) {
  const hint = 'The number that the clinic knows the patient by, or the one of the record.';
  const parts = formParts(
    [
      { name: 'episode', label: 'Patient', type: 'text', required: true, hint },
      { name: 'reason', label: 'Reason', type: 'area', required: true },
    ],
    filled,
    problem,
  );
  const body = html`<h1>Open a record that is not yours</h1>
    <p>In an emergency you can open the record of a patient outside your caseload for an hour. Your name, the time and the reason stand in a log that cannot be changed, and somebody will ask.</p>
    ${parts.problems}
    <form method="post" action="/broken-glass" class="fields">
      ${parts.fields}
      <div class="buttons"><button>Open it and log it</button></div>
    </form>`;
  return c.html(
    renderPage({ title: 'Open a record', principal, here: '/caseload', body }),
    (problem?.status ?? 200) as 200,
  );
}
