import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { type FormField, formField } from '../form-field.ts';
import type { Html } from '../page.ts';
import type { GroupActionId } from './group-command-of.ts';

/** A field of a small form about a group, with what it says at first. */
export type GroupField = FormField & { readonly value?: string };

/**
 * A small form of a group's page that does one thing, folded away until it is wanted. `back` is where to go afterwards; `said` is told
 * beforehand.
 */
export function groupForm(
  group: string,
  id: GroupActionId,
  title: string,
  fields: readonly GroupField[],
  back: string,
  said: readonly string[] = [],
): Html {
  const place = `${id}-${fields.find(({ name }) => name === 'meeting')?.value ?? ''}`.replace(/\W/g, '');
  return html`<details class="small-form"><summary>${title}</summary>${said.map((sentence) => html`<p class="hint">${sentence}</p>`)}<form method="post" action="/groups/${group}" class="fields">
    <input type="hidden" name="do" value="${id}"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="back" value="${back}">
    ${fields.map((field) => formField(field, field.value ?? '', `${place}-${field.name}`))}
    <div class="buttons"><button>${title}</button></div></form></details>`;
}
