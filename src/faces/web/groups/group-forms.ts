import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Html } from '../page.ts';
import type { GroupActionId } from './group-command-of.ts';

/** A field of a small form about a group. */
export type GroupField = {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'date' | 'time' | 'number' | 'choice' | 'hidden';
  readonly value?: string;
  readonly required?: boolean;
  readonly options?: readonly (readonly [value: string, title: string])[];
};

/** A small form of a group's page that does one thing, folded away until it is wanted. `back` is where to go afterwards. */
export function groupForm(
  group: string,
  id: GroupActionId,
  title: string,
  fields: readonly GroupField[],
  back: string,
): Html {
  const place = `${id}-${fields.find(({ name }) => name === 'meeting')?.value ?? ''}`.replace(/\W/g, '');
  return html`<details class="small-form"><summary>${title}</summary><form method="post" action="/groups/${group}" class="fields">
    <input type="hidden" name="do" value="${id}"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="back" value="${back}">
    ${fields.map((field) => one(field, `${place}-${field.name}`))}
    <div class="buttons"><button>${title}</button></div></form></details>`;
}

function one({ name, label, type, value = '', required, options = [] }: GroupField, id: string): Html {
  if (type === 'hidden') return html`<input type="hidden" name="${name}" value="${value}">`;
  const must = required ? 'required' : '';
  return html`<label for="${id}">${label}</label>${
    type === 'choice'
      ? html`<select id="${id}" name="${name}" ${must}><option value="">choose</option>${options.map(([option, words]) => html`<option value="${option}" ${option === value ? 'selected' : ''}>${words}</option>`)}</select>`
      : html`<input id="${id}" name="${name}" type="${type}" value="${value}" ${must}>`
  }`;
}
