import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { HttpProblem } from '../../http/http-problem.ts';
import type { Filled } from '../action-command.ts';
import { type FormPart, formParts } from '../form-parts.ts';
import type { Html } from '../page.ts';
import type { GroupActionId } from './group-command-of.ts';

/** What was wrong with a small form of a group that was sent, and what was filled into it. */
export type GroupWrong = { readonly filled: Filled; readonly problem: HttpProblem };

/** What a small form shows beside its fields: what is told beforehand, and what was wrong with the form that was sent. */
type GroupFormState = { readonly said?: readonly string[]; readonly wrong?: GroupWrong | null };

/**
 * A small form of a group's page that does one thing, folded away until it is wanted, or until something was wrong with it: then it is open
 * as it was filled in. `back` is where to go afterwards.
 */
export function groupForm(
  group: string,
  id: GroupActionId,
  title: string,
  parts: readonly FormPart[],
  back: string,
  { said = [], wrong = null }: GroupFormState = {},
): Html {
  const place = `${id}-${parts.find(({ name }) => name === 'meeting')?.at ?? ''}`.replace(/\W/g, '');
  const own = wrong?.filled['do'] === id ? wrong : null;
  const { problems, fields } = formParts(parts, own?.filled ?? {}, own?.problem ?? null, `${place}-`);
  return html`<details class="small-form" ${own === null ? '' : 'open'}><summary>${title}</summary>${said.map((sentence) => html`<p class="hint">${sentence}</p>`)}${problems}<form method="post" action="/groups/${group}" class="fields">
    <input type="hidden" name="do" value="${id}"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="back" value="${back}">
    ${fields}
    <div class="buttons"><button>${title}</button></div></form></details>`;
}
