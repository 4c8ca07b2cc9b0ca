import type { Intake } from '../curriculum/intake/intake.ts';

/** What is known of a patient before the admission, with the numbers of the facts that say so. */
export type KnownBefore = {
  readonly intake: { readonly value: Intake; readonly fact: number } | null;
  /** The latest score of each instrument. */
  readonly scores: ReadonlyMap<string, { readonly score: number; readonly fact: number }>;
};
