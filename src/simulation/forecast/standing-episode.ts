import type { Fold } from '../../program/fold.ts';
import type { StandingFact } from '../../program/order-facts.ts';
import type { Plan } from '../../program/plan.ts';

/** A real episode as it stands: what is known of it up to the beginning of a day. */
export type StandingEpisode = {
  readonly plan: Plan;
  /** The episode told up to the beginning of `day`. */
  readonly fold: Fold;
  readonly facts: readonly StandingFact[];
  /** Day numbers of the admission, and of the day from which on it is simulated. */
  readonly admittedOn: number;
  readonly day: number;
};
