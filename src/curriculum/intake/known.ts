import type { Answer } from './answer.ts';

/** The answer where there is one, else null. `known('unknown') //=> null` */
export function known<T>(given: Answer<T>): T | null {
  return given === undefined || given === 'unknown' ? null : (given as T);
}
