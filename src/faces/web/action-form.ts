import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Principal } from '../../access/principal.ts';
import type { HistoryEntry } from '../../engine/history.ts';
import type { Preview } from '../../engine/preview.ts';
import type { Status } from '../../engine/status.ts';
import { describeEvent } from '../cli/describe-event.ts';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Filled } from './action-command.ts';
import type { Action, ActionField } from './actions/action.ts';
import { correctionFields } from './correction-fields.ts';
import { fieldProblems } from './field-problems.ts';
import type { Html } from './page.ts';
import { plainWords } from './plain-words.ts';
import { saySentence } from './say-sentence.ts';

/** What the form of an action shows. `preview` is what saving would change, once it was asked for. */
export type ActionFormState = {
  readonly action: Action;
  readonly status: Status;
  readonly principal: Principal;
  readonly filled: Filled;
  readonly entry: HistoryEntry | undefined;
  readonly problem: HttpProblem | null;
  readonly preview: Preview | null;
};

/** The form of an action: explained, with its fields; a weighty one is previewed before it can be saved. */
export function actionForm(state: ActionFormState): Html {
  const { action, status, principal, filled, entry, problem, preview } = state;
  const value = (name: string, otherwise = '') => String(filled[name] ?? otherwise);
  const correcting = action.command === 'Amend' || action.command === 'Void';
  const save = !action.weighty || preview !== null;
  return html`<p><a href="/patients/${status.episode}">Back to ${status.patient}</a></p>
    <h1>${action.title}: ${status.patient}</h1>
    <p>${action.explain}</p>
    ${fieldProblems(problem)}
    ${preview === null ? '' : movements(preview, status.asOf)}
    <form method="post" action="/patients/${status.episode}/${action.id}" class="fields">
      <input type="hidden" name="key" value="${value('key', randomUUID())}">
      <input type="hidden" name="version" value="${value('version', String(status.version))}">
      ${correcting ? html`<input type="hidden" name="fact" value="${value('fact')}">` : ''}
      ${entry === undefined ? '' : html`<p class="notice">Entry ${entry.version} of ${entry.on}: ${describeEvent(entry.event)}</p>`}
      ${action.command === 'Amend' && entry !== undefined ? correctionFields(entry).map(({ name, type, present, options }) => field({ name: `new-${name}`, label: name === 'on' ? 'Day' : plainWords(name), type, ...(options.length > 0 ? { options: () => options } : {}) }, value(`new-${name}`, String(present)), status)) : ''}
      ${action.fields.map((one) => field(one, value(one.name), status))}
      ${correcting ? '' : field({ name: 'on', label: 'Day', type: 'date', required: true }, value('on', status.asOf), status)}
      ${principal.signsAs.length > 1 ? field({ name: 'role', label: 'You sign as', type: 'choice', required: true, options: () => principal.signsAs.map((role) => [role, role]) }, value('role', principal.signsAs[0]), status) : ''}
      ${action.reason === 'none' ? '' : field({ name: 'reason', label: action.reason === 'needed' ? 'Reason' : 'Reason, where there is one', type: 'area', required: action.reason === 'needed' }, value('reason'), status)}
      <p class="soft">Signed by ${principal.title} (${principal.name}).</p>
      <div class="buttons">
        ${action.weighty ? html`<button name="do" value="preview" class="${save ? 'quiet' : ''}">Show what would change</button>` : ''}
        ${save ? html`<button name="do" value="save">Save: ${action.title.toLowerCase()}</button>` : ''}
        <a class="button quiet" href="/patients/${status.episode}">Leave it</a>
      </div>
    </form>`;
}

function movements({ episodes }: Preview, today: string): Html {
  const sentences = episodes.flatMap((episode) => episode.movements.map(({ sentence }) => sentence));
  return html`<section class="notice" role="status"><h2>What would change</h2>${
    sentences.length === 0
      ? html`<p>Nothing but the entry itself.</p>`
      : html`<ul>${sentences.map((sentence) => html`<li>${saySentence(sentence, today)}</li>`)}</ul>`
  }<p>Nothing is saved yet.</p></section>`;
}

function field(
  { name, label, type, required, hint, options }: ActionField,
  value: string,
  status: Status,
): Html {
  const choices = options?.(status) ?? [];
  if (type === 'choice' && choices.length === 0 && !required) return html``;
  const must = required ? 'required' : '';
  const note = hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`;
  const described = hint === undefined ? '' : html`aria-describedby="${name}-hint"`;
  if (type === 'check')
    return html`<p class="inline"><label for="${name}"><input type="checkbox" id="${name}" name="${name}" value="yes" ${value === '' ? '' : 'checked'}> ${label}</label></p>`;
  return html`<label for="${name}">${label}</label>${note}${
    type === 'choice'
      ? html`<select id="${name}" name="${name}" ${must} ${described}>${choices.length === 1 ? '' : html`<option value="">choose</option>`}${choices.map(([id, title]) => html`<option value="${id}" ${id === value ? 'selected' : ''}>${title}</option>`)}</select>`
      : type === 'area'
        ? html`<textarea id="${name}" name="${name}" rows="3" ${must} ${described}>${value}</textarea>`
        : html`<input id="${name}" name="${name}" type="${type}" ${type === 'number' ? html`step="any"` : ''} value="${value}" ${must} ${described} ${choices.length > 0 ? html`list="${name}-list"` : ''}>${choices.length === 0 ? '' : html`<datalist id="${name}-list">${choices.map(([id, title]) => html`<option value="${id}">${title}</option>`)}</datalist>`}`
  }`;
}
