import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Principal } from '../../access/principal.ts';
import type { HistoryEntry } from '../../engine/history.ts';
import type { Preview } from '../../engine/preview.ts';
import type { Status } from '../../engine/status.ts';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Filled } from './action-command.ts';
import type { Action } from './actions/action.ts';
import { correctionFields } from './correction-fields.ts';
import { type FormPart, formParts } from './form-parts.ts';
import { movementList } from './movement-list.ts';
import type { Html } from './page.ts';
import { stayCriteria } from './patient/stay-criteria.ts';
import { sayDate } from './say-date.ts';
import { namesOf, sayEntry } from './say-entry.ts';
import { signedBy } from './signed-by.ts';

/** What the form of an action shows. `preview` is what saving would change, once it was asked for. */
export type ActionFormState = {
  readonly action: Action;
  readonly status: Status;
  readonly principal: Principal;
  readonly filled: Filled;
  readonly entry: HistoryEntry | undefined;
  readonly problem: HttpProblem | null;
  /** What it would change, with the mark of what that was made of. */
  readonly shown: { readonly preview: Preview; readonly seen: string } | null;
};

/** The form of an action: explained, with its fields; a weighty one is previewed before it can be saved. */
export function actionForm(state: ActionFormState): Html {
  const { action, status, principal, filled, entry, problem, shown } = state;
  const value = (name: string, otherwise = '') => String(filled[name] ?? otherwise);
  const correcting = action.command === 'Amend' || action.command === 'Void';
  const save = !action.weighty || shown !== null;
  const { problems, fields } = formParts(partsOf(state), filled, problem);
  return html`<p><a href="/patients/${status.episode}">Back to ${status.patient}</a></p>
    <h1>${action.title}: ${status.patient}</h1>
    <p>${action.explain}</p>
    ${action.id === 'review-stay' ? stayCriteria(status) : ''}
    ${problems}
    ${shown === null ? '' : movements(shown.preview, status.asOf)}
    <form method="post" action="/patients/${status.episode}/${action.id}" class="fields">
      <input type="hidden" name="key" value="${value('key', randomUUID())}">
      <input type="hidden" name="version" value="${value('version', String(status.version))}">
      ${shown === null ? '' : html`<input type="hidden" name="seen" value="${shown.seen}">`}
      ${correcting ? html`<input type="hidden" name="fact" value="${value('fact')}">` : ''}
      ${entry === undefined ? '' : html`<p class="notice">Entry ${entry.version} of ${sayDate(entry.on, status.asOf)}: ${sayEntry(entry.event, namesOf(status), status.asOf)}, recorded by ${entry.event.by}</p>`}
      ${fields}
      <p class="soft">${signedBy(principal)}</p>
      <div class="buttons">
        ${save ? html`<button name="do" value="save">Save: ${action.title.toLowerCase()}</button>` : ''}
        ${action.weighty ? html`<button name="do" value="preview" class="${save ? 'quiet' : ''}">${shown === null ? 'Show what would change' : 'Show it again'}</button>` : ''}
        <a class="button quiet" href="/patients/${status.episode}">Leave it</a>
      </div>
    </form>`;
}

/** The fields of an action: those of the entry that is corrected, its own, the day, who signs, and why. */
function partsOf({ action, status, principal, entry }: ActionFormState): FormPart[] {
  const correcting = action.command === 'Amend' || action.command === 'Void';
  const corrected =
    action.command === 'Amend' && entry !== undefined
      ? correctionFields(entry, status.tracks).map(({ name, label, type, present, options }) => ({
          ...{ name: `new-${name}`, label, type, options, at: String(present) },
        }))
      : [];
  const signs = principal.signsAs.map((role) => [role, role] as const);
  const needed = action.reason === 'needed';
  return [
    ...corrected,
    ...action.fields.map((one) => ({ ...one, options: one.options?.(status) ?? [] })),
    ...(correcting
      ? []
      : [{ name: 'on', label: 'Day', type: 'date', required: true, at: status.asOf } as const]),
    ...(signs.length > 1
      ? [
          {
            name: 'role',
            label: 'You sign as',
            type: 'choice',
            required: true,
            options: signs,
            at: signs[0]?.[0] ?? '',
          } as const,
        ]
      : []),
    ...(action.reason === 'none'
      ? []
      : [
          {
            name: 'reason',
            label: needed ? 'Reason' : 'Reason, where there is one',
            type: 'area',
            required: needed,
          } as const,
        ]),
  ];
}

function movements({ episodes }: Preview, today: string): Html {
  const sentences = episodes.flatMap((episode) => episode.movements.map(({ sentence }) => sentence));
  return html`<section class="notice" role="status"><h2>What would change</h2>${movementList(sentences, today)}<p>Nothing is saved yet.</p></section>`;
}
