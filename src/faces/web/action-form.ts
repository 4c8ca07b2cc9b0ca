import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Principal } from '../../access/principal.ts';
import type { HistoryEntry } from '../../engine/history.ts';
import type { Preview } from '../../engine/preview.ts';
import type { Status } from '../../engine/status.ts';
import { describeEvent } from '../cli/describe-event.ts';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Filled } from './action-command.ts';
import type { Action } from './actions/action.ts';
import { correctionFields } from './correction-fields.ts';
import { fieldProblems } from './field-problems.ts';
import { formField } from './form-field.ts';
import { movementList } from './movement-list.ts';
import type { Html } from './page.ts';
import { plainWords } from './plain-words.ts';
import { sayDate } from './say-date.ts';
import { signedBy } from './signed-by.ts';

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
      ${entry === undefined ? '' : html`<p class="notice">Entry ${entry.version} of ${sayDate(entry.on, status.asOf)}: ${describeEvent(entry.event)}, recorded by ${entry.event.by}</p>`}
      ${action.command === 'Amend' && entry !== undefined ? correctionFields(entry).map(({ name, type, present, options }) => formField({ name: `new-${name}`, label: name === 'on' ? 'Day' : plainWords(name), type, options }, value(`new-${name}`, String(present)))) : ''}
      ${action.fields.map((one) => formField({ ...one, options: one.options?.(status) ?? [] }, value(one.name)))}
      ${correcting ? '' : formField({ name: 'on', label: 'Day', type: 'date', required: true }, value('on', status.asOf))}
      ${principal.signsAs.length > 1 ? formField({ name: 'role', label: 'You sign as', type: 'choice', required: true, options: principal.signsAs.map((role) => [role, role]) }, value('role', principal.signsAs[0])) : ''}
      ${action.reason === 'none' ? '' : formField({ name: 'reason', label: action.reason === 'needed' ? 'Reason' : 'Reason, where there is one', type: 'area', required: action.reason === 'needed' }, value('reason'))}
      <p class="soft">${signedBy(principal)}</p>
      <div class="buttons">
        ${save ? html`<button name="do" value="save">Save: ${action.title.toLowerCase()}</button>` : ''}
        ${action.weighty ? html`<button name="do" value="preview" class="${save ? 'quiet' : ''}">Show what would change</button>` : ''}
        <a class="button quiet" href="/patients/${status.episode}">Leave it</a>
      </div>
    </form>`;
}

function movements({ episodes }: Preview, today: string): Html {
  const sentences = episodes.flatMap((episode) => episode.movements.map(({ sentence }) => sentence));
  return html`<section class="notice" role="status"><h2>What would change</h2>${movementList(sentences, today)}<p>Nothing is saved yet.</p></section>`;
}
