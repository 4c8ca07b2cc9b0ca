import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Principal } from '../../../access/principal.ts';
import type { Status } from '../../../engine/status.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import type { Filled } from '../action-command.ts';
import type { Action, ActionField } from '../actions/action.ts';
import { fieldProblems } from '../field-problems.ts';
import type { Html } from '../page.ts';
import { saySentence } from '../say-sentence.ts';
import type { BulkAction } from './bulk-actions.ts';

/** A patient for whom something is to be done: why it is refused, or what it would change; neither before the form is complete. */
export type BulkLine = {
  readonly status: Status;
  readonly refused: string | null;
  readonly movements: readonly string[] | null;
};

/** What the form for several patients shows. */
export type BulkFormState = {
  readonly bulk: BulkAction;
  readonly action: Action;
  readonly lines: readonly BulkLine[];
  readonly filled: Filled;
  readonly problem: HttpProblem | null;
  readonly suggestions: readonly string[];
  readonly principal: Principal;
  readonly today: string;
};

/** The form for doing the same for several patients: its fields, then what it would change for each, then one button for all of them. */
export function bulkForm(state: BulkFormState): Html {
  const { bulk, action, lines, filled, problem, suggestions, principal, today } = state;
  const value = (name: string, otherwise = '') => String(filled[name] ?? otherwise);
  const able = lines.filter(({ movements }) => movements !== null);
  const refused = lines.filter((line) => line.refused !== null);
  const reason = value('reason');
  const hidden = (episodes: readonly string[]) =>
    html`<input type="hidden" name="action" value="${bulk.id}">${episodes.map((episode) => html`<input type="hidden" name="episode" value="${episode}">`)}`;
  const day = value('on', today);
  return html`<p><a href="/caseload">Back to the caseload</a></p>
    <h1>${bulk.title}: ${lines.length === 1 ? '1 patient' : `${lines.length} patients`}</h1>
    ${lines.length === 0 ? html`<p>Nobody is picked. Pick patients on the caseload first.</p>` : ''}
    ${fieldProblems(problem)}
    <form method="post" action="/bulk" class="fields"><input type="hidden" name="do" value="preview">${hidden(lines.map(({ status }) => status.episode))}
      ${bulk.fields.map((field) => fieldOf(field, value(field.name), suggestions, lines[0]?.status))}
      <label for="on">Day</label><input id="on" name="on" type="date" value="${day}" required>
      ${action.reason === 'none' ? '' : html`<label for="reason">Reason, where there is one</label><input id="reason" name="reason" value="${reason}">`}
      <div class="buttons"><button class="quiet">Show what would change</button></div></form>
    ${able.length + refused.length === 0 ? '' : preview(able, refused, today)}
    ${
      able.length === 0
        ? ''
        : html`<form method="post" action="/bulk"><input type="hidden" name="do" value="save">${hidden(able.map(({ status }) => status.episode))}
      <input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="on" value="${day}">
      ${reason === '' ? '' : html`<input type="hidden" name="reason" value="${reason}">`}
      ${bulk.fields.map(({ name }) => html`<input type="hidden" name="${name}" value="${value(name)}">`)}
      ${able.map(({ status }) => html`<input type="hidden" name="version-${status.episode}" value="${status.version}">`)}
      <p class="soft">Signed by ${principal.title} (${principal.name}).</p>
      <div class="buttons"><button>Save for ${able.length === 1 ? '1 patient' : `${able.length} patients`}</button></div></form>`
    }`;
}

function preview(able: readonly BulkLine[], refused: readonly BulkLine[], today: string): Html {
  const name = ({ episode, patient }: Status) =>
    html`<th scope="row"><a href="/patients/${episode}">${patient ?? episode}</a></th>`;
  return html`<section role="status"><h2>What would change</h2>
    <div class="scroll" role="region" aria-label="What would change" tabindex="0"><table>
    <thead><tr><th scope="col">Patient</th><th scope="col">What would change</th></tr></thead>
    <tbody>${able.map(({ status, movements }) => html`<tr>${name(status)}<td>${movements?.length === 0 ? 'Nothing but the entry itself.' : html`<ul>${(movements ?? []).map((sentence) => html`<li>${saySentence(sentence, today)}</li>`)}</ul>`}</td></tr>`)}
    ${refused.map((line) => html`<tr>${name(line.status)}<td class="bad">Not now: ${line.refused}</td></tr>`)}</tbody></table></div>
    <p>Nothing is saved yet.${refused.length > 0 && able.length > 0 ? ` It is left out for ${refused.length === 1 ? 'one' : refused.length}.` : ''}</p></section>`;
}

function fieldOf(
  { name, label, type, required, hint, options }: ActionField,
  value: string,
  suggestions: readonly string[],
  shown: Status | undefined,
): Html {
  const must = required ? 'required' : '';
  const note = hint === undefined ? '' : html`<p class="hint">${hint}</p>`;
  const choices = options === undefined || shown === undefined ? [] : options(shown);
  if (type === 'choice')
    return html`<label for="${name}">${label}</label><select id="${name}" name="${name}" ${must}><option value="">choose</option>${choices.map(([id, title]) => html`<option value="${id}" ${id === value ? 'selected' : ''}>${title}</option>`)}</select>`;
  if (type === 'area')
    return html`<label for="${name}">${label}</label>${note}<textarea id="${name}" name="${name}" rows="3" ${must}>${value}</textarea>`;
  const list = name === 'subject' && suggestions.length > 0;
  return html`<label for="${name}">${label}</label>${note}<input id="${name}" name="${name}" value="${value}" ${must} ${list ? html`list="wanted"` : ''}>${list ? html`<datalist id="wanted">${suggestions.map((subject) => html`<option value="${subject}"></option>`)}</datalist>` : ''}`;
}
