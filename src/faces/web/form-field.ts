import { html } from 'hono/html';
import type { Html } from './page.ts';

/** A field of a form. `options` are the values of a choice, or suggestions for a text. */
export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly type: 'date' | 'time' | 'text' | 'password' | 'number' | 'area' | 'choice' | 'check' | 'hidden';
  readonly required?: boolean;
  readonly hint?: string;
  /** How many lines an area has; 3 unless given. */
  readonly rows?: number;
  readonly options?: readonly (readonly [value: string, title: string])[];
  /** Further attributes of the control, such as how a browser completes it. */
  readonly attributes?: Readonly<Record<string, string>>;
};

/** What is told of a field beside its value: an id, where fields of the same name are on one page, and what was wrong with it. */
type FieldState = { readonly id?: string; readonly wrong?: string | null };

/**
 * A field of a form with its label, its hint and what was wrong with it. A choice of nothing is left out where it may be; one of a single
 * value that has to be given is made already.
 */
export function formField(field: FormField, value: string, state: FieldState = {}): Html {
  const { name, label, type, required, hint, options = [] } = field;
  const { id = name, wrong = null } = state;
  if (type === 'hidden') return html`<input type="hidden" name="${name}" value="${value}">`;
  if (type === 'choice' && options.length === 0 && !required) return html``;
  const told = wrong === null ? '' : html`<p class="wrong" id="${id}-wrong">${wrong}</p>`;
  if (type === 'check')
    return html`<p class="inline check"><label for="${id}"><input type="checkbox" id="${id}" name="${name}" value="yes" ${value === '' ? '' : 'checked'} ${described(id, undefined, wrong)}> ${label}</label></p>${told}`;
  return html`<label for="${id}">${label}</label>${hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}${told}${control(field, value, id, wrong)}`;
}

/** How a screen reader learns of the hint and of what is wrong. */
function described(id: string, hint: string | undefined, wrong: string | null): Html {
  const ids = [hint === undefined ? '' : `${id}-hint`, wrong === null ? '' : `${id}-wrong`].filter(Boolean);
  if (ids.length === 0) return html``;
  return html`aria-describedby="${ids.join(' ')}" ${wrong === null ? '' : html`aria-invalid="true"`}`;
}

function control(
  { name, type, required, hint, options = [], rows = 3, attributes = {} }: FormField,
  value: string,
  id: string,
  wrong: string | null,
): Html {
  const more = Object.entries(attributes).map(([key, one]) => html` ${key}="${one}"`);
  const own = html`id="${id}" name="${name}" ${required ? 'required' : ''} ${described(id, hint, wrong)}${more}`;
  if (type === 'choice') {
    const made = required && options.length === 1;
    return html`<select ${own}>${made ? '' : html`<option value="">${required ? 'choose' : '–'}</option>`}${options.map(([one, title]) => html`<option value="${one}" ${one === value ? 'selected' : ''}>${title}</option>`)}</select>`;
  }
  if (type === 'area') return html`<textarea ${own} rows="${rows}">${value}</textarea>`;
  const list = options.length === 0 ? null : `${id}-list`;
  return html`<input ${own} type="${type}" ${type === 'number' ? html`step="any"` : ''} value="${value}" ${list === null ? '' : html`list="${list}"`}>${list === null ? '' : html`<datalist id="${list}">${options.map(([one, title]) => html`<option value="${one}">${title}</option>`)}</datalist>`}`;
}
