import { html } from 'hono/html';
import type { Landing } from '../../../engine/migration/landing.ts';
import type { Rehearsal } from '../../../engine/migration/rehearsal.ts';
import type { Html } from '../page.ts';
import { plainWords } from '../plain-words.ts';

/** What would become of each patient in a migration, with the titles of `phases`, with the form that carries it out for those who are picked; nothing was written. */
export function rehearsalTable(rehearsal: Rehearsal, phases: ReadonlyMap<string, string>): Html {
  const { curriculum, landings, refused, totals, issues, from, to } = rehearsal;
  const wrong = issues.some(({ severity }) => severity === 'error');
  const head = html`<thead><tr><th scope="col">Patient</th><th scope="col">Phase before</th><th scope="col">after</th><th scope="col">Sessions</th><th scope="col">Remarks</th></tr></thead>`;
  return html`<h2>Rehearsal: moving patients from ${from} to ${to}</h2>
    <p>Nothing was moved. ${totals.moved} of ${totals.episodes} patients would be moved, ${totals.refused} refused; ${totals.sessionsGained} sessions gained, ${totals.sessionsLost} lost; ${totals.stuck} would be stuck.</p>
    ${issues.length === 0 ? '' : html`<ul class="${wrong ? 'problem' : 'notice'}">${issues.map(({ message, path }) => html`<li>${message} <small>at ${path}</small></li>`)}</ul>`}
    ${
      landings.length + refused.length === 0
        ? ''
        : html`<form method="post" action="/curricula/${curriculum}/migration">
      <input type="hidden" name="do" value="apply"><input type="hidden" name="from" value="${from}"><input type="hidden" name="to" value="${to}">
      <div class="scroll" role="region" aria-label="Rehearsal" tabindex="0"><table>${head}
      <tbody>${landings.map((landing) => landingLine(landing, phases))}
      ${refused.map(({ episode, refusal }) => html`<tr><th scope="row">${episode}</th><td></td><td></td><td></td><td class="bad">refused: ${refusal.message}</td></tr>`)}</tbody></table></div>
      ${
        landings.length === 0 || wrong
          ? ''
          : html`<div class="fields"><label for="why">Reason</label><input id="why" name="reason" required></div>
      <div class="buttons"><button>Move those who are picked</button></div>`
      }</form>`
    }`;
}

function landingLine(landing: Landing, phases: ReadonlyMap<string, string>): Html {
  const { episode, patient, phase, credit, overdue, stuck, reviews } = landing;
  const named = (id: string | null) => (id === null ? '' : (phases.get(id) ?? plainWords(id)));
  const remarks = [
    ...(overdue.length > 0 ? [`${overdue.length} overdue`] : []),
    ...(stuck === null ? [] : [`stuck: ${stuck.missing}`]),
    ...reviews,
  ];
  const moved = credit.map(({ track, before, after }) => `${plainWords(track)} ${before} → ${after}`);
  return html`<tr><th scope="row"><label class="plain"><input type="checkbox" name="episode" value="${episode}" checked> ${patient ?? episode}</label></th><td>${named(phase.before)}</td><td>${named(phase.after)}</td><td>${moved.join(', ') || 'the same'}</td><td>${remarks.join('; ')}</td></tr>`;
}
