import { html } from 'hono/html';
import { HttpProblem } from '../http/http-problem.ts';
import type { Html } from './page.ts';

/** What was wrong with a form, at its head, where a screen reader is led to; nothing where nothing was. */
export function fieldProblems(problem: HttpProblem | null): Html {
  if (problem === null) return html``;
  const errors = (problem.members['errors'] ?? []) as readonly { pointer: string; message: string }[];
  return html`<div class="problem" role="alert" tabindex="-1">
    <p>${errors.length > 0 ? 'Please put this right:' : problem.message}</p>
    ${
      errors.length === 0
        ? ''
        : html`<ul>${errors.map(({ pointer, message }) => html`<li>${fieldName(pointer)}${message}</li>`)}</ul>`
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

function fieldName(pointer: string): string {
  const name = pointer.split('/').at(-1) ?? '';
  return name === '' ? '' : `${name}: `;
}
