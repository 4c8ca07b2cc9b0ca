import type { TakeHomeReduction } from '../curriculum/take-home.ts';

/** Doses that were handed over: those of the days (day numbers, `to` included) from `from` to `to`. */
export type TakeHomeSupply = {
  readonly fact: number;
  readonly on: number;
  readonly from: number;
  readonly to: number;
  /** True where they were more than the band allows when they were given, by what is known now. */
  readonly beyond: boolean;
  /** True where somebody gave them beyond the band on purpose. */
  readonly overridden: boolean;
};

/** What a patient has of unsupervised doses. Days are day numbers; it follows from the facts and nothing else. */
export type TakeHomeState = {
  /** The day on which time in treatment began, where it was at an earlier level of care; null for that of the present one. */
  readonly since: number | null;
  /** Days of treatment at other clinics that count as time in treatment; none where it is left out. */
  readonly creditedDays?: number;
  /** The supplies of the last two months, and those that last longer. */
  readonly supplies: readonly TakeHomeSupply[];
  /** What takes doses away: no more than `doses` up to and with the day `until`. */
  readonly reductions: readonly {
    readonly after: TakeHomeReduction['after'];
    readonly fact: number;
    readonly on: number;
    readonly until: number;
    readonly doses: number;
  }[];
};

/** Before anything was given. */
export const NOTHING_AT_HOME: TakeHomeState = { since: null, supplies: [], reductions: [] };

/** Whether a dose at home was given for a day. */
export function hasDoseAtHome(state: TakeHomeState | undefined, day: number): boolean {
  return state?.supplies.some(({ from, to }) => day >= from && day <= to) ?? false;
}
