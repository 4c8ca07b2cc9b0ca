import { html } from 'hono/html';
import { HttpProblem } from '../http/http-problem.ts';
import { isAbout } from './is-about.ts';
import type { Html } from './page.ts';
import { sayWrong } from './say-wrong.ts';

/** A field of the form that a problem is about: its name, its label, and its id where that is not its name. */
type Labelled = { readonly name: string; readonly label: string; readonly id?: string };

/**
 * What was wrong with a form, at its head, where a screen reader is led to; nothing where nothing was. An error of one of `fields` leads to
 * it, where it is told again.
 */
export function fieldProblems(problem: HttpProblem | null, fields: readonly Labelled[] = []): Html {
  if (problem === null) return html``;
  const errors = (problem.members['errors'] ?? []) as readonly { pointer: string; message: string }[];
  return html`<div class="problem" role="alert" tabindex="-1">
    <p>${errors.length > 0 ? 'Please put this right:' : problem.message}</p>
    ${
      errors.length === 0
        ? ''
        : html`<ul>${errors.map(({ pointer, message }) => html`<li>${place(pointer, fields)}${sayWrong(message)}</li>`)}</ul>`
    }
  </div>`;
}

/** The problem that work threw, so that a form can be shown again with it; null where it did not. Anything else is thrown on. */
export async function caught(work: () => Promise<unknown>): Promise<HttpProblem | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
}

function place(pointer: string, fields: readonly Labelled[]): Html {
  const parts = pointer.split('/').filter(Boolean);
  const field = fields.find(({ name }) => isAbout(pointer, name));
  if (field !== undefined) return html`<a href="#${field.id ?? field.name}">${field.label}</a>: `;
  const last = parts.at(-1);
  return last === undefined ? html`` : html`${last}: `;
}
