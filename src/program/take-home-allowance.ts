import { weekdayIndex } from '../curriculum/weekday.ts';
import { clockDays } from './clock-days.ts';
import { closureOn } from './closure-on.ts';
import type { EpisodeContext } from './episode-context.ts';
import { evaluateCriterion, type Truth } from './evaluate-criterion.ts';
import { mondayOf } from './monday-of.ts';
import type { Plan } from './plan.ts';
import type { PlanTakeHomeBand, PlanTakeHomeRule } from './plan-take-home.ts';
import { hasDoseAtHome, NOTHING_AT_HOME, type TakeHomeState } from './take-home-state.ts';

/** What a patient may be given on a day, and why. */
export type TakeHomeAllowance = {
  readonly rule: PlanTakeHomeRule;
  /** The day of treatment, from 1; days at other clinics that count are among them. */
  readonly day: number;
  /** The band of the time in treatment; null before the first. */
  readonly byTime: PlanTakeHomeBand | null;
  /** The band that holds; an earlier one, or none, where criteria keep the patient back. */
  readonly band: PlanTakeHomeBand | null;
  /** The criterion that keeps back the band of the time in treatment, and whether it fails or is unknown; null where none does. */
  readonly keptBack: { readonly criterion: number; readonly truth: Truth } | null;
  readonly reduction: TakeHomeState['reductions'][number] | null;
  readonly doses: number;
  readonly per: PlanTakeHomeBand['per'];
};

/** The day on which time in treatment began; null before the admission. */
export function takeHomeSince(context: EpisodeContext): number | null {
  return context.takeHome?.since ?? context.admittedOn;
}

/** What a patient may be given on a day, by what the context knows. Null before admission, and where no rule holds. Pure. */
export function takeHomeAllowance(
  plan: Plan,
  context: EpisodeContext,
  day: number,
): TakeHomeAllowance | null {
  const since = takeHomeSince(context);
  const rule = plan.takeHome?.rules.findLast(({ from }) => from === null || from <= day);
  if (plan.takeHome === undefined || rule === undefined || since === null || day < since) return null;
  const elsewhere = context.takeHome?.creditedDays ?? 0;
  const treated = elsewhere + clockDays(context, plan.takeHome.clock, since, day) + 1;
  const truthOf = (criterion: number | null) =>
    criterion === null ? 'satisfied' : evaluateCriterion(plan, context, criterion);
  const inTime = rule.bands.filter(({ fromDay }) => fromDay <= treated);
  const byTime = inTime.findLast(({ toDay }) => toDay === null || toDay >= treated) ?? null;
  const general = truthOf(rule.requires);
  const band =
    general === 'satisfied'
      ? inTime.findLast(({ requires }) => truthOf(requires) === 'satisfied')
      : undefined;
  const barring = general === 'satisfied' ? (byTime?.requires ?? null) : rule.requires;
  const truth = truthOf(barring);
  const reduction = fewestLeft(context.takeHome, day);
  return {
    rule,
    day: treated,
    byTime,
    band: band ?? null,
    keptBack: barring === null || truth === 'satisfied' ? null : { criterion: barring, truth },
    reduction,
    doses: Math.min(band?.doses ?? 0, reduction?.doses ?? Number.POSITIVE_INFINITY),
    per: band?.per ?? 'supply',
  };
}

function fewestLeft(
  state: TakeHomeState | undefined,
  day: number,
): TakeHomeState['reductions'][number] | null {
  const holding = (state?.reductions ?? []).filter(({ on, until }) => on <= day && day <= until);
  return holding.toSorted((a, b) => a.doses - b.doses || b.until - a.until)[0] ?? null;
}

/** Whether the clinic does not dose on a day: it is closed, or the track of observed doses does not meet on that weekday. */
export function isWithoutDosing(plan: Plan, context: EpisodeContext, day: number): boolean {
  if (closureOn(plan, context, day) !== null) return true;
  const slots = plan.tracks[plan.takeHome?.track ?? -1]?.slots;
  return slots?.every(({ weekday }) => weekday !== weekdayIndex(day)) ?? false;
}

/**
 * Whether doses for some further days, handed over on a day, are within what is allowed. Pure. Where a rule leaves days without
 * dosing beyond its bands, a dose for such days alone is always within; beside others it is beyond a band that counts by the week, and
 * part of a supply.
 */
export function isWithinBand(
  plan: Plan,
  context: EpisodeContext,
  allowance: TakeHomeAllowance | null,
  on: number,
  days: readonly number[],
): boolean {
  const state = context.takeHome ?? NOTHING_AT_HOME;
  const atHome = (day: number) => days.includes(day) || hasDoseAtHome(state, day);
  const latest = Math.max(...days, ...state.supplies.map(({ to }) => to));
  const open = Array.from({ length: latest - on }, (_, i) => on + 1 + i).some(
    (day) => atHome(day) && !isWithoutDosing(plan, context, day),
  );
  const spared = allowance?.rule.closedBeyond === true && (allowance.per === 'week' || !open);
  const counts = (day: number) => !spared || !isWithoutDosing(plan, context, day);
  const further = days.filter(counts);
  if (further.length === 0) return true;
  if (allowance === null) return false;
  const between = (from: number, to: number) => {
    let sum = 0;
    for (let day = from; day <= to; day += 1) if (atHome(day) && counts(day)) sum += 1;
    return sum;
  };
  if (between(on + 1, latest) > allowance.doses) return false;
  if (allowance.per === 'supply') return true;
  return further.map(mondayOf).every((monday) => between(monday, monday + 6) <= allowance.doses);
}
