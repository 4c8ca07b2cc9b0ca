import { html } from 'hono/html';
import type { Html } from './page.ts';

/** A field of a form. `options` are the values of a choice, or suggestions for a text. */
export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly type: 'date' | 'time' | 'text' | 'number' | 'area' | 'choice' | 'check' | 'hidden';
  readonly required?: boolean;
  readonly hint?: string;
  /** How many lines an area has; 3 unless given. */
  readonly rows?: number;
  readonly options?: readonly (readonly [value: string, title: string])[];
};

/**
 * A field of a form with its label and its hint. `id` tells apart fields of the same name on one page. A choice of nothing is left out where
 * it may be; one of a single value that has to be given is made already.
 */
export function formField(field: FormField, value: string, id = field.name): Html {
  const { name, label, type, required, hint, options = [] } = field;
  if (type === 'hidden') return html`<input type="hidden" name="${name}" value="${value}">`;
  if (type === 'choice' && options.length === 0 && !required) return html``;
  if (type === 'check')
    return html`<p class="inline"><label for="${id}"><input type="checkbox" id="${id}" name="${name}" value="yes" ${value === '' ? '' : 'checked'}> ${label}</label></p>`;
  return html`<label for="${id}">${label}</label>${hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}${control(field, value, id)}`;
}

function control(
  { name, type, required, hint, options = [], rows = 3 }: FormField,
  value: string,
  id: string,
): Html {
  const own = html`id="${id}" name="${name}" ${required ? 'required' : ''} ${hint === undefined ? '' : html`aria-describedby="${id}-hint"`}`;
  if (type === 'choice') {
    const made = required && options.length === 1;
    return html`<select ${own}>${made ? '' : html`<option value="">${required ? 'choose' : '–'}</option>`}${options.map(([one, title]) => html`<option value="${one}" ${one === value ? 'selected' : ''}>${title}</option>`)}</select>`;
  }
  if (type === 'area') return html`<textarea ${own} rows="${rows}">${value}</textarea>`;
  const list = options.length === 0 ? null : `${id}-list`;
  return html`<input ${own} type="${type}" ${type === 'number' ? html`step="any"` : ''} value="${value}" ${list === null ? '' : html`list="${list}"`}>${list === null ? '' : html`<datalist id="${list}">${options.map(([one, title]) => html`<option value="${one}">${title}</option>`)}</datalist>`}`;
}
