import type { ReviewOutcome } from './review-outcome.ts';

/** What a review of a continued stay looks at: the criteria for each outcome as indexes, null where none are named. */
export type PlanContinuedStay = Readonly<Record<ReviewOutcome, number | null>> & {
  readonly everyDays: number | null;
};
