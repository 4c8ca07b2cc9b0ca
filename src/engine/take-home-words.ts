import { fromDayNumber } from '../curriculum/calendar-date.ts';
import { clockReaches } from '../program/clock-days.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import type { Explanation } from '../program/explanation.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan } from '../program/plan.ts';
import type { PlanTakeHomeBand } from '../program/plan-take-home.ts';
import { takeHomeAllowance, takeHomeSince } from '../program/take-home-allowance.ts';
import { hasDoseAtHome } from '../program/take-home-state.ts';

/** The first day after one for which the patient has no dose at home, counted from the end of what he has. Days are day numbers. */
export function firstDayWithout(context: EpisodeContext, on: number): number {
  let day = on + 1;
  while (hasDoseAtHome(context.takeHome, day)) day += 1;
  return day;
}

/** The doses at home that are still to be taken after a day. */
export function dosesHeld(context: EpisodeContext, on: number): number {
  return (context.takeHome?.supplies ?? []).reduce(
    (sum, { from, to }) => sum + Math.max(0, to - Math.max(from, on + 1) + 1),
    0,
  );
}

/** `up to 7 take-home doses`, with `a week` where the band says so. */
export function dosesInWords({ doses, per }: Pick<PlanTakeHomeBand, 'doses' | 'per'>): string {
  if (doses === 0) return 'no take-home doses';
  return `up to ${doses} take-home ${doses === 1 ? 'dose' : 'doses'}${per === 'week' ? ' a week' : ''}`;
}

/** The next band of the present rule, and the day on which time in treatment reaches it; null where there is none or the clock stands still. */
export function nextBand(
  plan: Plan,
  context: EpisodeContext,
  day: number,
): { readonly band: PlanTakeHomeBand; readonly on: number } | null {
  const allowance = takeHomeAllowance(plan, context, day);
  const since = takeHomeSince(context);
  if (plan.takeHome === undefined || allowance === null || since === null) return null;
  const band = allowance.rule.bands.find(({ fromDay }) => fromDay > allowance.day);
  if (band === undefined) return null;
  const on = clockReaches(
    context,
    plan.takeHome.clock,
    since,
    band.fromDay - 1 - (context.takeHome?.creditedDays ?? 0),
  );
  return on === null ? null : { band, on };
}

/** What a patient may be given and why, in one sentence: the band, what keeps back or takes away, what he has, and what comes next. */
export function allowanceInWords(plan: Plan, fold: Fold, day: number, gate: Explanation | null): string {
  const { context } = fold.snapshot;
  const allowance = takeHomeAllowance(plan, context, day);
  if (allowance === null) return 'no rule on take-home doses holds on this day';
  const { rule, reduction, byTime, band, day: treated } = allowance;
  const elsewhere = context.takeHome?.creditedDays ?? 0;
  const counted = elsewhere === 0 ? '' : `, ${elsewhere} of them elsewhere`;
  const unchecked = band?.provisional ? ', not checked in the rule itself' : '';
  const parts = [
    `${dosesInWords(allowance)} on day ${treated} of treatment${counted} (${rule.title}${unchecked})`,
  ];
  if (reduction !== null && reduction.doses < (band?.doses ?? 0)) {
    const cause = reduction.after.replaceAll('-', ' ');
    parts.push(
      `reduced until ${fromDayNumber(reduction.until)} after the ${cause} of ${fromDayNumber(reduction.on)} (event ${reduction.fact})`,
    );
  }
  if (gate !== null && byTime !== null && byTime !== band)
    parts.push(`${byTime.doses} by time in treatment, kept back: ${gate.missing ?? gate.sentence}`);
  const held = dosesHeld(context, day);
  if (held > 0) parts.push(`${held} still at home`);
  const next = nextBand(plan, context, day);
  if (next !== null) {
    const week = next.band.per === 'week' ? ' a week' : '';
    const also = next.band.requires === null ? '' : ', if its criteria hold';
    parts.push(`${next.band.doses}${week} from ${fromDayNumber(next.on)}, day ${next.band.fromDay}${also}`);
  }
  return parts.join('; ');
}
