import { type CalendarDate, fromDayNumber } from '../curriculum/calendar-date.ts';
import type { TakeHomeReduction } from '../curriculum/take-home.ts';
import { explainCriterion } from '../program/explain-criterion.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import { isWithinBand, takeHomeAllowance } from '../program/take-home-allowance.ts';
import type { Episode } from './episode.ts';
import { allowanceInWords, dosesHeld, firstDayWithout, nextBand } from './take-home-words.ts';

/** What a patient may take home on a day, why, and what he has. */
export type TakeHomeStatus = {
  readonly medication: string;
  readonly rule: { readonly id: string; readonly title: string };
  /** The day of treatment, from 1. */
  readonly day: number;
  /** Doses that the band and what reduces it allow. */
  readonly doses: number;
  readonly per: 'week' | 'supply';
  readonly provisional: boolean;
  /** What keeps back the band of the time in treatment, explained; null where nothing does. */
  readonly keptBack: Explanation | null;
  /** What takes doses away for a time. */
  readonly reduction: {
    readonly after: TakeHomeReduction['after'];
    readonly fact: number;
    readonly on: CalendarDate;
    readonly until: CalendarDate;
    readonly doses: number;
  } | null;
  /** Doses at home that are still to be taken, and the last of their days. */
  readonly held: number;
  readonly heldThrough: CalendarDate | null;
  /** The most that can be handed over on this day for the days that follow. */
  readonly mayGive: number;
  readonly next: {
    readonly doses: number;
    readonly per: 'week' | 'supply';
    readonly on: CalendarDate;
    readonly day: number;
  } | null;
  /** What was given in the last two months, the latest first. */
  readonly supplies: readonly {
    readonly fact: number;
    readonly on: CalendarDate;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly doses: number;
    readonly beyond: boolean;
    readonly overridden: boolean;
  }[];
  readonly text: string;
};

/** No rule gives more than this at one time; the search for the most that can be given ends here. */
const MOST = 366;

/** Describes the doses at home as of the day of a fold. Pure. */
export function takeHomeStatus({ plan, facts }: Episode, fold: Fold): TakeHomeStatus | null {
  const { context } = fold.snapshot;
  const { today } = context;
  if (plan.takeHome === undefined || today === null || context.ended !== null) return null;
  const allowance = takeHomeAllowance(plan, context, today);
  if (allowance === null) return null;
  const { rule, keptBack, reduction, doses, per, day, band } = allowance;
  const gate = keptBack === null ? null : explainCriterion(plan, fold, facts, keptBack.criterion);
  const next = nextBand(plan, context, today);
  const held = dosesHeld(context, today);
  const first = firstDayWithout(context, today);
  let mayGive = 0;
  const fits = (more: number) =>
    isWithinBand(
      plan,
      context,
      allowance,
      today,
      Array.from({ length: more }, (_, i) => first + i),
    );
  while (mayGive < MOST && fits(mayGive + 1)) mayGive += 1;
  const supplies = context.takeHome?.supplies ?? [];
  return {
    medication: plan.takeHome.medication,
    rule: { id: rule.id, title: rule.title },
    day,
    doses,
    per,
    provisional: band?.provisional ?? false,
    keptBack: gate,
    reduction:
      reduction === null
        ? null
        : { ...reduction, on: fromDayNumber(reduction.on), until: fromDayNumber(reduction.until) },
    held,
    heldThrough: held === 0 ? null : fromDayNumber(Math.max(...supplies.map(({ to }) => to))),
    mayGive,
    next:
      next === null
        ? null
        : { doses: next.band.doses, per: next.band.per, on: fromDayNumber(next.on), day: next.band.fromDay },
    supplies: supplies.toReversed().map(({ from, to, on, ...supply }) => ({
      ...supply,
      on: fromDayNumber(on),
      from: fromDayNumber(from),
      to: fromDayNumber(to),
      doses: to - from + 1,
    })),
    text: allowanceInWords(plan, fold, today, gate),
  };
}
