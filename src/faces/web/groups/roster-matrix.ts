import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';

/** What stands in one cell of the roster over time. */
export type MatrixCell = { readonly sign: string; readonly words: string; readonly guests: number };

/** The roster over time: a line for each patient, a column for each meeting that was held, the latest on the right. */
export type RosterMatrix = {
  readonly meetings: readonly {
    readonly key: string;
    readonly date: string;
    readonly topic: number;
    readonly guests: number;
  }[];
  readonly rows: readonly {
    readonly episode: string;
    readonly patient: string;
    readonly cells: readonly (MatrixCell | null)[];
  }[];
};

/** Draws the roster over time as a table with a sign in each cell. */
export function rosterMatrix({ meetings, rows }: RosterMatrix, group: string, today: string): Html {
  if (meetings.length === 0) return html`<p>No meeting was recorded yet.</p>`;
  const guests = meetings.some((meeting) => meeting.guests > 0);
  return html`<div class="scroll" role="region" aria-label="Roster over time" tabindex="0"><table class="matrix">
    <thead><tr><th scope="col">Patient</th>${meetings.map(({ key, date, topic }) => html`<th scope="col"><a href="/groups/${group}/meetings/${key}">${sayDate(date, today).slice(4)}</a><br><small>topic ${topic}</small></th>`)}</tr></thead>
    <tbody>${rows.map(({ episode, patient, cells }) => html`<tr><th scope="row"><a href="/patients/${episode}">${patient}</a></th>${cells.map((cell) => (cell === null ? html`<td></td>` : html`<td><span title="${cell.words}"><span aria-hidden="true">${cell.sign}</span><span class="hide">${cell.words}</span></span>${cell.guests > 0 ? html` <small>+${cell.guests}<span class="hide"> guests</span></small>` : ''}</td>`))}</tr>`)}
    ${guests ? html`<tr><th scope="row">Guests besides</th>${meetings.map((meeting) => html`<td>${meeting.guests > 0 ? `+${meeting.guests}` : ''}</td>`)}</tr>` : ''}</tbody></table></div>
    <ul class="key"><li>✓ there</li><li>½ left early</li><li>× missed</li><li>e excused</li><li>n there without credit</li><li>+2 with two guests</li><li>– taken back</li></ul>`;
}
