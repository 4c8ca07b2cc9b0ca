import { html } from 'hono/html';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Filled } from './action-command.ts';
import { fieldProblems } from './field-problems.ts';
import { type FormField, formField } from './form-field.ts';
import type { Html } from './page.ts';
import { wrongAt } from './wrong-at.ts';

/** A field of a form with what stands in it before somebody fills it in. */
export type FormPart = FormField & {
  readonly at?: string;
  /** What the field is called in the command, where that is another name. */
  readonly of?: string;
};

/** A form as it was filled in: what was wrong with it, for its head, and its fields, each with what was wrong with it. */
export type FormParts = { readonly problems: Html; readonly fields: Html };

/**
 * The fields of a form as they were filled in, or as they are at first. `prefix` tells their ids apart from those of other forms on a page.
 */
export function formParts(
  parts: readonly FormPart[],
  filled: Filled,
  problem: HttpProblem | null,
  prefix = '',
): FormParts {
  const id = (name: string) => `${prefix}${name}`;
  const value = ({ name, at = '' }: FormPart) => String([filled[name] ?? at].flat()[0] ?? '');
  return {
    problems: fieldProblems(
      problem,
      parts.map(({ name, label, of = name }) => ({ name: of, label, id: id(name) })),
    ),
    fields: html`${parts.map((part) => formField(part, value(part), { id: id(part.name), wrong: wrongAt(problem, part.of ?? part.name) }))}`,
  };
}
