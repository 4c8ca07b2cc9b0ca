import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { HttpProblem } from '../../http/http-problem.ts';
import type { Filled } from '../action-command.ts';
import { type FormPart, formParts } from '../form-parts.ts';
import type { Html } from '../page.ts';
import type { GroupActionId } from './group-command-of.ts';

/** What was wrong with a small form of a group that was sent, what was filled into it, and which rules of size it would break. */
export type GroupWrong = {
  readonly filled: Filled;
  readonly problem: HttpProblem;
  readonly broken?: readonly string[];
};

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
  const broken = own?.broken ?? [];
  const { problems, fields } = formParts(
    parts,
    own?.filled ?? {},
    broken.length > 0 ? null : (own?.problem ?? null),
    `${place}-`,
  );
  return html`<details class="small-form" ${own === null ? '' : 'open'}><summary>${title}</summary>${said.map((sentence) => html`<p class="hint">${sentence}</p>`)}${problems}${broken.length === 0 ? '' : html`<div class="notice" role="alert" tabindex="-1"><p>Nothing is saved yet. It would break what the group asks for:</p><ul>${broken.map((rule) => html`<li>${rule}</li>`)}</ul></div>`}<form method="post" action="/groups/${group}" class="fields">
    <input type="hidden" name="do" value="${id}"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="back" value="${back}">
    ${broken.length === 0 ? '' : html`<input type="hidden" name="seen" value="${broken.join('; ')}">`}${fields}
    <div class="buttons"><button>${title}${broken.length === 0 ? '' : ' all the same'}</button></div></form></details>`;
}
