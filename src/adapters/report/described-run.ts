import type { Study } from '../../simulation/scenario/study.ts';

/** A run as its methods section tells it: what was simulated, how often, for what, and with what. */
export type DescribedRun = {
  /** Each study with the hashes of its scenario and of its plan. */
  readonly studies: readonly { readonly study: Study; readonly scenario: string; readonly plan: string }[];
  /** What was asked, in a sentence. */
  readonly aims: string;
  /** What differs between the points that were simulated, in a sentence. */
  readonly logic: string;
  /** How figures and their intervals were estimated, in a sentence. */
  readonly estimation: string;
  readonly execution: 'kernel' | 'machine';
  readonly patients: number;
  readonly seed: number;
  readonly versions: Readonly<Record<string, string>>;
};
