import { html } from 'hono/html';
import type { Rehearsal } from '../../engine/migration/rehearsal.ts';
import type { Html } from './page.ts';

/** What would become of each patient in a migration; nothing was written. */
export function rehearsalTable({ landings, refused, totals, issues, from, to }: Rehearsal): Html {
  return html`<h2>Rehearsal: moving patients from ${from} to ${to}</h2>
    <p>Nothing was moved. ${totals.moved} of ${totals.episodes} patients would be moved, ${totals.refused} refused; ${totals.sessionsGained} sessions gained, ${totals.sessionsLost} lost; ${totals.stuck} would be stuck.</p>
    ${issues.length === 0 ? '' : html`<ul class="problem">${issues.map(({ message }) => html`<li>${message}</li>`)}</ul>`}
    ${
      landings.length + refused.length === 0
        ? ''
        : html`<div class="scroll" role="region" aria-label="Rehearsal" tabindex="0"><table><thead><tr><th scope="col">Record</th><th scope="col">Phase before</th><th scope="col">after</th><th scope="col">Remarks</th></tr></thead>
    <tbody>${landings.map(({ episode, phase, overdue, stuck }) => html`<tr><th scope="row">${episode}</th><td>${phase.before ?? ''}</td><td>${phase.after ?? ''}</td><td>${overdue.length > 0 ? `${overdue.length} overdue` : ''} ${stuck === null ? '' : 'stuck'}</td></tr>`)}
    ${refused.map(({ episode, refusal }) => html`<tr><th scope="row">${episode}</th><td></td><td></td><td class="bad">refused: ${refusal.message}</td></tr>`)}</tbody></table></div>`
    }`;
}
