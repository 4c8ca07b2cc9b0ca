import type { Course } from '../../program/course.ts';
import type { Fold } from '../../program/fold.ts';
import type { StandingFact } from '../../program/order-facts.ts';
import type { Plan } from '../../program/plan.ts';

/** A real episode as it stands: what is known of it up to the beginning of a day. */
export type StandingEpisode = {
  /** The plan of the present stage. */
  readonly plan: Plan;
  /** The pathway; the plan alone unless given. */
  readonly course?: Course;
  /** The episode told up to the beginning of `day`. */
  readonly fold: Fold;
  readonly facts: readonly StandingFact[];
  /** Day numbers of the first admission, and of the day from which on it is simulated. */
  readonly admittedOn: number;
  readonly day: number;
};
