import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Principal } from '../../../access/principal.ts';
import type { Status } from '../../../engine/status.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import type { Filled } from '../action-command.ts';
import type { Action, ActionField, ActionOptions } from '../actions/action.ts';
import { formParts } from '../form-parts.ts';
import { movementList } from '../movement-list.ts';
import type { Html } from '../page.ts';
import { signedBy } from '../signed-by.ts';
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
  /** The mark of what the preview was made of. */
  readonly seen: string;
  readonly suggestions: readonly string[];
  readonly principal: Principal;
  readonly today: string;
};

/**
 * The form for doing the same for several patients: its fields, then what it would change for each, then one button for all for whom it is
 * not refused.
 */
export function bulkForm(state: BulkFormState): Html {
  const { bulk, action, lines, filled, problem, seen, suggestions, principal, today } = state;
  const able = lines.filter(({ movements }) => movements !== null);
  const refused = lines.filter((line) => line.refused !== null);
  const shown = able.length + refused.length > 0;
  const parts = formParts(
    [
      ...bulk.fields.map((field) => ({
        ...field,
        options: optionsOf(field, suggestions, lines[0]?.status),
      })),
      { name: 'on', label: 'Day', type: 'date', required: true, at: today },
      ...(action.reason === 'none'
        ? []
        : [{ name: 'reason', label: 'Reason, where there is one', type: 'text' } as const]),
    ],
    filled,
    problem,
  );
  return html`<p><a href="/caseload">Back to the caseload</a></p>
    <h1>${bulk.title}: ${lines.length === 1 ? '1 patient' : `${lines.length} patients`}</h1>
    ${lines.length === 0 ? html`<p>Nobody is picked. Pick patients on the caseload first.</p>` : ''}
    ${parts.problems}
    ${
      lines.length === 0
        ? ''
        : html`<form method="post" action="/bulk"><input type="hidden" name="action" value="${bulk.id}">${lines.map(({ status }) => html`<input type="hidden" name="episode" value="${status.episode}">`)}
      <input type="hidden" name="key" value="${randomUUID()}">${shown ? html`<input type="hidden" name="seen" value="${seen}">` : ''}
      ${able.map(({ status }) => html`<input type="hidden" name="version-${status.episode}" value="${status.version}">`)}
      <div class="narrow">${parts.fields}</div>
      ${shown ? preview(able, refused, today) : ''}
      ${able.length === 0 ? '' : html`<p class="soft">${signedBy(principal)}</p>`}
      <div class="buttons">${able.length === 0 ? '' : html`<button name="do" value="save">Save for ${able.length === 1 ? '1 patient' : `${able.length} patients`}</button>`}
        <button name="do" value="preview" class="quiet">${shown ? 'Show it again' : 'Show what would change'}</button> <a class="button quiet" href="/caseload">Leave it</a></div></form>`
    }`;
}

function preview(able: readonly BulkLine[], refused: readonly BulkLine[], today: string): Html {
  const name = ({ episode, patient }: Status) =>
    html`<th scope="row"><a href="/patients/${episode}">${patient ?? episode}</a></th>`;
  return html`<section role="status"><h2>What would change</h2>
    <div class="scroll" role="region" aria-label="What would change" tabindex="0"><table>
    <thead><tr><th scope="col">Patient</th><th scope="col">What would change</th></tr></thead>
    <tbody>${able.map(({ status, movements }) => html`<tr>${name(status)}<td>${movementList(movements ?? [], today)}</td></tr>`)}
    ${refused.map((line) => html`<tr>${name(line.status)}<td class="bad">Not now: ${line.refused}</td></tr>`)}</tbody></table></div>
    <p>Nothing is saved yet.${refused.length > 0 && able.length > 0 ? ` It is left out for ${refused.length === 1 ? 'one' : refused.length}.` : ''}</p></section>`;
}

/** What a field offers: what gates ask for where it is a signature, else what an action of one patient offers. */
function optionsOf(
  { name, options }: ActionField,
  suggestions: readonly string[],
  shown: Status | undefined,
): ActionOptions {
  if (name === 'subject') return suggestions.map((subject) => [subject, subject]);
  return options === undefined || shown === undefined ? [] : options(shown);
}
