import type { TakeHomeReduction } from '../curriculum/take-home.ts';

/** A band of unsupervised doses. Days of treatment count from 1, the day of admission. */
export type PlanTakeHomeBand = {
  readonly fromDay: number;
  readonly toDay: number | null;
  readonly doses: number;
  readonly per: 'week' | 'supply';
  /** Index of the criterion; null where time in treatment is enough. */
  readonly requires: number | null;
  readonly provisional: boolean;
};

/** A version of the rules on unsupervised doses. */
export type PlanTakeHomeRule = {
  readonly id: string;
  readonly title: string;
  /** The day (a day number) from which it holds; null for one that held from the beginning. */
  readonly from: number | null;
  /** Whether doses for days on which the clinic does not dose are beyond the band. */
  readonly closedBeyond: boolean;
  readonly requires: number | null;
  readonly bands: readonly PlanTakeHomeBand[];
};

/** The unsupervised doses of a plan. */
export type PlanTakeHome = {
  readonly medication: string;
  /** Index of the track at which doses are observed; null where none is named. */
  readonly track: number | null;
  readonly clock: 'program' | 'wall';
  /** In the order of the days from which they hold. */
  readonly rules: readonly PlanTakeHomeRule[];
  readonly reductions: readonly Pick<TakeHomeReduction, 'after' | 'doses' | 'forDays'>[];
};
