import { html } from 'hono/html';
import type { Status } from '../../../engine/status.ts';
import type { Html } from '../page.ts';
import { plainWords } from '../plain-words.ts';
import { sayDate } from '../say-date.ts';
import { saySentence } from '../say-sentence.ts';
import { stayCriteria } from './stay-criteria.ts';

/** The levels of care that a patient went through, the weekly dose, what payers authorized, rewards and privileges; each where there is any. */
export function careAndPayers(status: Status): Html {
  return html`${levels(status)}${stay(status)}${dose(status)}${authorizations(status)}${rewards(status)}`;
}

function levels({ pathway, asOf }: Status): Html {
  if (pathway === null) return html``;
  const { stages, maximum } = pathway;
  return html`<h2>Levels of care</h2><ol>${stages.map(({ title, from, to }) => html`<li>${title} <small>${sayDate(from, asOf)} to ${to === null ? 'now' : sayDate(to, asOf)}</small></li>`)}</ol>
    ${maximum === null ? '' : html`<p class="soft">This stay reaches its maximum on ${sayDate(maximum.on, asOf)}.</p>`}`;
}

function stay(status: Status): Html {
  if (status.continuedStay === null) return html``;
  return html`<h2>Continued stay</h2><details><summary>Criteria of the review</summary>${stayCriteria(status)}</details>`;
}

function dose({ dose: weekly, asOf }: Status): Html {
  if (weekly === null) return html``;
  return html`<h2>Weekly dose</h2><p class="soft">${weekly.rule}${weekly.provisional ? ' (provisional)' : ''}</p>
    ${weekly.week === null ? '' : html`<p class="${weekly.week.outcome === 'met' ? 'good' : ''}">This week: ${saySentence(weekly.week.text, asOf)}</p>`}
    ${weekly.history.length === 0 ? '' : html`<ul class="plain soft">${weekly.history.slice(0, 4).map(({ from, outcome, minutes, days }) => html`<li>Week of ${sayDate(from, asOf)}: ${plainWords(outcome).toLowerCase()}, ${minutes} minutes on ${days} ${days === 1 ? 'day' : 'days'}</li>`)}</ul>`}`;
}

function authorizations({ authorizations: status, asOf }: Status): Html {
  if (status === null) return html``;
  const range = ({ atLeast, atMost }: { atLeast: number; atMost: number }) =>
    atLeast === atMost ? String(atLeast) : `${atLeast} to ${atMost}`;
  return html`<h2>Authorized</h2><div class="scroll" role="region" aria-label="Authorizations" tabindex="0"><table>
    <thead><tr><th scope="col">Payer</th><th scope="col">Level</th><th scope="col">Days</th><th scope="col">Used</th><th scope="col">Left</th></tr></thead>
    <tbody>${status.authorizations.map(({ payer, reference, level, from, to, used, units, unit, left, state, reviewDue }) => html`<tr><th scope="row">${payer}${reference === null ? '' : html`<br><small>${reference}</small>`}</th><td>${level.level}</td><td>${sayDate(from, asOf)} to ${sayDate(to, asOf)}${reviewDue === null ? '' : html`<br><small>review ${sayDate(reviewDue, asOf)}</small>`}</td><td>${range(used)} of ${units} ${unit}</td><td class="${state === 'in-force' ? '' : 'warn'}">${range(left)}${state === 'in-force' ? '' : `, ${plainWords(state).toLowerCase()}`}</td></tr>`)}</tbody></table></div>
    ${status.uncovered.length === 0 ? '' : html`<p class="warn">${status.uncovered.length} days of attendance are covered by none.</p>`}`;
}

function rewards({ incentives, privileges, asOf }: Status): Html {
  const held = privileges.filter(({ since }) => since !== null);
  if (incentives.length + held.length === 0) return html``;
  return html`<h2>Rewards and privileges</h2><ul>${incentives.map(({ sentence }) => html`<li>${sentence}</li>`)}
    ${held.map(({ title, since }) => html`<li>${title} <small>since ${since === null ? '' : sayDate(since, asOf)}</small></li>`)}</ul>`;
}
