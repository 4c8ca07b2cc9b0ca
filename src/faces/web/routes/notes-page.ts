import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { EpisodePath } from '../../http/schemas/episode-path.ts';
import { formField } from '../form-field.ts';
import { renderPage } from '../page.ts';
import { noteList } from '../patient/note-list.ts';
import { notesOf } from '../patient/notes-of.ts';
import { signedBy } from '../signed-by.ts';

/** The notes of a patient in a browser: one is written at the top, and below are all of them, the latest first. */
export const notesPage = defineRoute({
  key: 'GET /patients/:episode/notes',
  kind: 'read',
  summary: 'The notes of a patient',
  params: EpisodePath,
  query: z.strictObject({ done: z.string().max(64).optional() }),
  answers: { 200: { description: 'The page', type: 'text/html' } },
  handle: async ({ c, clinic: { engine }, principal, params: { episode }, query }) => {
    const { status, history } = await engine.exportEpisode(episode);
    const notes = notesOf(history);
    const patient = status.patient ?? episode;
    const may = status.allowed.some(({ type }) => type === 'AddNote');
    const body = html`<p><a href="/patients/${episode}">Back to ${patient}</a></p>
      <h1>Notes of ${patient}</h1>
      ${
        may
          ? html`<form method="post" action="/patients/${episode}/note" class="fields">
        <input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="version" value="${status.version}">
        ${formField({ name: 'text', label: 'A new note', type: 'area', required: true, hint: 'A plain note in the record. No counseling notes here.' }, '')}
        ${formField({ name: 'on', label: 'Day', type: 'date', required: true }, status.asOf)}
        <p class="soft">${signedBy(principal)}</p>
        <div class="buttons"><button name="do" value="save">Save the note</button></div></form>`
          : html`<p class="soft">No note can be added to this record now.</p>`
      }
      ${notes.length === 0 ? html`<p>There is no note yet.</p>` : noteList(notes, episode, status.asOf)}`;
    const done = query.done === 'note' ? 'The note is saved.' : undefined;
    return c.html(renderPage({ title: `Notes of ${patient}`, principal, here: '/caseload', done, body }));
  },
});
