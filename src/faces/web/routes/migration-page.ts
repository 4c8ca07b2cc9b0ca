import { html } from 'hono/html';
import { z } from 'zod';
import type { MigrationResult } from '../../../engine/migration/apply-migration.ts';
import type { UndoResult } from '../../../engine/migration/undo-migration.ts';
import { type Ask, defineRoute } from '../../http/route.ts';
import { type Html, renderPage } from '../page.ts';

const name = z.string().min(1).max(200);
const Body = z.discriminatedUnion('do', [
  z.looseObject({
    do: z.literal('apply'),
    from: name,
    to: name,
    reason: z.string().min(1).max(4000),
    episode: z.union([z.string().max(64), z.array(z.string().max(64)).max(5000)]),
  }),
  z.looseObject({ do: z.literal('undo'), episode: z.string().max(64), reason: z.string().min(1).max(4000) }),
]);

/** Moving patients to another version in a browser, after a rehearsal, and taking it back for one; each is told what became of him. */
export const migrationPage = defineRoute({
  key: 'POST /curricula/:curriculum/migration',
  kind: 'write',
  summary: 'Move the patients of a rehearsal to another version, or take it back for one',
  params: z.strictObject({ curriculum: name }),
  body: Body,
  answers: { 200: { description: 'What became of each', type: 'text/html' } },
  handle: async (ask) => {
    const { clinic, body, principal, params, reachEpisodes } = ask;
    const { migration } = clinic.engine;
    if (body.do === 'undo') {
      await reachEpisodes([body.episode]);
      const result = await migration.undo({ episode: body.episode, reason: body.reason, by: principal.name });
      return show(ask, undone(result));
    }
    const episodes = [body.episode].flat();
    const rows = await reachEpisodes(episodes);
    const { from, to, reason } = body;
    const given = { curriculum: params.curriculum, from, to, episodes, reason, by: principal.name };
    const { issues, results } = await migration.apply(given);
    const names = new Map(rows.map(({ episode, patient }) => [episode, patient]));
    const moved = results.filter(({ accepted }) => accepted).length;
    return show(
      ask,
      html`<p class="${moved === results.length ? 'done' : 'notice'}" role="status">${moved} of ${episodes.length} patients are moved to ${to}.</p>
      ${issues.length === 0 ? '' : html`<ul class="notice">${issues.map(({ message }) => html`<li>${message}</li>`)}</ul>`}
      <div class="scroll" role="region" aria-label="What became of each" tabindex="0"><table><thead><tr><th scope="col">Patient</th><th scope="col">What became of him</th><th scope="col">Take it back</th></tr></thead>
      <tbody>${results.map((result) => line(result, names.get(result.episode) ?? result.episode, params.curriculum))}</tbody></table></div>`,
    );
  },
});

function show({ c, principal, params }: Ask<{ curriculum: string }, unknown, unknown>, content: Html) {
  const body = html`<p><a href="/curricula/${params.curriculum}">Back to ${params.curriculum}</a></p>
    <h1>Moving patients</h1>${content}`;
  return c.html(renderPage({ title: 'Moving patients', principal, here: '/curricula', body }));
}

function line(result: MigrationResult, patient: string, curriculum: string): Html {
  const { episode } = result;
  if (!result.accepted)
    return html`<tr><th scope="row">${patient}</th><td class="bad">not moved: ${result.refusal.message}</td><td></td></tr>`;
  const { before, after } = result.landing.phase;
  return html`<tr><th scope="row">${patient}</th><td>moved${before === after ? '' : ` from ${before ?? ''} to ${after ?? ''}`}</td>
    <td><details><summary>Undo<span class="hide"> for ${patient}</span></summary><form method="post" action="/curricula/${curriculum}/migration"><input type="hidden" name="do" value="undo"><input type="hidden" name="episode" value="${episode}">
      <label for="why-${episode}">Reason</label><input id="why-${episode}" name="reason" required><div class="buttons"><button>Take it back</button></div></form></details></td></tr>`;
}

function undone(result: UndoResult): Html {
  return result.accepted
    ? html`<p class="done" role="status">${result.episode} is in version ${result.curriculum} again; both moves stay on the record.</p>`
    : html`<p class="problem" role="alert">It was not taken back: ${result.refusal.message}.</p>`;
}
