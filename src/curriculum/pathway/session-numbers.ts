import { z } from 'zod';
import { weekRanges } from '../weeks.ts';

const TEXT = /^\s*\d{1,3}\s*(-\s*\d{1,3}\s*)?(,\s*\d{1,3}\s*(-\s*\d{1,3}\s*)?)*$/;

/** Sessions of a track as an author writes them: `3`, `1-8`, `"1, 5, 7"` or `[1, 5, 7]`. */
export const SessionNumbers = z.union(
  [
    z.int().min(1).max(999),
    z.string().max(4000).regex(TEXT, { error: 'write sessions as 1-8, or 1, 5, 7', abort: true }),
    z.array(z.int().min(1).max(999)).min(1).max(999),
  ],
  { error: 'write sessions as a number, a run such as 1-8, or a list such as [1, 5, 7]' },
);
export type SessionNumbers = z.infer<typeof SessionNumbers>;

/** The numbers that an author's `sessions` stands for, in the order written; a run that goes backwards gives none. */
export function sessionNumbers(sessions: SessionNumbers): number[] {
  return weekRanges(sessions).flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index),
  );
}
