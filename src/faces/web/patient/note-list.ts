import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';
import type { PatientNote } from './notes-of.ts';

/** Notes, each with its day, who wrote it, and the ways to put it right. */
export function noteList(notes: readonly PatientNote[], episode: string, today: string): Html {
  return html`<ul class="notes">${notes.map(
    ({ fact, on, by, text, corrected }) => html`<li><p class="note">${text}</p>
      <p class="meta">${sayDate(on, today)}, ${by}${corrected ? ' (corrected)' : ''} · <a href="/patients/${episode}/amend?fact=${fact}">correct<span class="hide"> the note of ${sayDate(on, today)}</span></a> · <a href="/patients/${episode}/void?fact=${fact}">take back<span class="hide"> the note of ${sayDate(on, today)}</span></a></p></li>`,
  )}</ul>`;
}
