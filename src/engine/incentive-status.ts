import { programWeek } from '../program/clock-days.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import { type IncentiveState, NO_REWARDS } from '../program/incentive-state.ts';
import { nextReward, rewardAt, tierOf } from '../program/next-reward.ts';
import type { Plan } from '../program/plan.ts';
import type { PlanIncentive } from '../program/plan-incentive.ts';

/** What a patient has earned by one kind of reward, what was handed over, and what comes next. Cents, draws or pieces. */
export type IncentiveStatus = {
  readonly id: string;
  readonly title: string;
  readonly pays: PlanIncentive['pays'];
  readonly rewards: number;
  readonly earned: number;
  readonly given: number;
  /** Below 0 where more was given than the facts, as corrected, bear out. */
  readonly outstanding: number;
  /** What all draws earned are worth on average, in cents; null where nothing is drawn. */
  readonly expectedValue: number | null;
  /** What the draws recorded brought, in cents. */
  readonly won: number;
  readonly inARow: number;
  /** What the next success earns, bonus included; null where nothing is rewarded now or any more. */
  readonly next: number | null;
  /** After a reset: the reward that comes back, and the successes in a row that it still takes. */
  readonly restores: { readonly amount: number; readonly after: number } | null;
  /** Says it for a person. */
  readonly sentence: string;
};

/** The rewards of an episode as of the day of its context. Pure. */
export function incentiveStatuses(plan: Plan, context: EpisodeContext): IncentiveStatus[] {
  return (plan.incentives ?? []).map((incentive, index) => {
    const state = context.incentives?.[index] ?? NO_REWARDS;
    const day = (context.today ?? 0) + (state.lastOn === context.today ? 1 : 0);
    const week = programWeek(context, day);
    const treated = context.admittedOn !== null && context.ended === null;
    const next = treated && week !== null ? nextReward(incentive, state, day, week) : null;
    const tier = week === null ? null : tierOf(incentive, week);
    const missing = incentive.restoreAfter - state.run;
    const restores =
      tier !== null && treated && incentive.restoreAfter > 0 && state.lost > 0
        ? { amount: rewardAt(tier, state.lost), after: Math.max(1, missing) }
        : null;
    const told = {
      id: incentive.id,
      title: incentive.title,
      pays: incentive.pays,
      rewards: state.rewards,
      earned: state.earned,
      given: state.given,
      outstanding: state.earned - state.given,
      expectedValue: expectedValue(incentive, state.earned),
      won: state.won,
      inARow: state.run,
      next,
      restores,
    };
    return { ...told, sentence: sentenceOf(incentive, state, told) };
  });
}

/** What so many draws from the bowl are worth on average, in whole cents; null without a bowl. */
export function expectedValue({ prizes }: PlanIncentive, draws: number): number | null {
  if (prizes.length === 0) return null;
  const chips = prizes.reduce((sum, prize) => sum + prize.chips, 0);
  const value = prizes.reduce((sum, prize) => sum + prize.chips * prize.value, 0);
  return Math.round((draws * value) / chips);
}

function sentenceOf(
  incentive: PlanIncentive,
  state: IncentiveState,
  told: Omit<IncentiveStatus, 'sentence'>,
): string {
  const amount = (value: number) => inWords(incentive.pays, value);
  const parts = [
    `${amount(told.earned)} earned, ${told.rewards === 1 ? 'once' : `${told.rewards} times`} for a ${incentive.label}`,
    told.expectedValue === null ? null : `worth ${inWords('money', told.expectedValue)} on average`,
    told.outstanding < 0
      ? `${amount(-told.outstanding)} more given than earned`
      : `${amount(told.outstanding)} still to be given`,
    told.next === null
      ? 'the next one earns nothing'
      : `${told.inARow} in a row, so that the next one earns ${amount(told.next)}`,
    told.restores === null
      ? null
      : `${told.restores.after} more in a row bring back ${amount(told.restores.amount)}`,
    state.undecided === 0
      ? null
      : `${state.undecided} positive without a substance, which decides nothing until it is named`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function inWords(pays: PlanIncentive['pays'], value: number): string {
  if (pays === 'money') return `$${(value / 100).toFixed(2)}`;
  return `${value} ${value === 1 ? pays.slice(0, -1) : pays}`;
}
