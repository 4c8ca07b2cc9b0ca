import type { HttpProblem } from '../http/http-problem.ts';
import { isAbout } from './is-about.ts';
import { sayWrong } from './say-wrong.ts';

type FieldError = { readonly pointer: string; readonly message: string };

/** What is wrong with the field of a name, in one line; null where nothing is. The name may stand anywhere in the path of an error. Pure. */
export function wrongAt(problem: HttpProblem | null, name: string): string | null {
  const errors = (problem?.members['errors'] ?? []) as readonly FieldError[];
  const own = errors.filter(({ pointer }) => isAbout(pointer, name));
  return own.length === 0 ? null : [...new Set(own.map(({ message }) => sayWrong(message)))].join('; ');
}
