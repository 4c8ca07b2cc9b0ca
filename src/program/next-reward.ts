import { fromDayNumber } from '../curriculum/calendar-date.ts';
import type { IncentiveState } from './incentive-state.ts';
import type { PlanIncentive, PlanIncentiveTier } from './plan-incentive.ts';

/** What a success on a day of a program week would earn, bonus included: cents, draws or pieces. Null where that week rewards none, or no more. */
export function nextReward(
  incentive: PlanIncentive,
  state: IncentiveState,
  day: number,
  week: number,
): number | null {
  const tier = tierOf(incentive, week);
  if (tier === null || state.lastOn === day) return null;
  if (tier.perWeek !== null && state.week === week && state.inWeek >= tier.perWeek) return null;
  const bonus =
    incentive.bonusEvery > 0 && (state.run + 1) % incentive.bonusEvery === 0 ? incentive.bonusAmount : 0;
  return Math.min(rewardAt(tier, state.rung) + bonus, leftOfCap(incentive, state, day));
}

/** The reward of a tier after so many rewards in a row, without bonus and cap. */
export function rewardAt(tier: PlanIncentiveTier, rung: number): number {
  const amount = tier.first + tier.rise * Math.floor(rung / tier.riseEvery);
  return tier.maximum === null ? amount : Math.min(amount, tier.maximum);
}

/** The tier of a program week; null where that week rewards nothing. */
export function tierOf(incentive: PlanIncentive, week: number): PlanIncentiveTier | null {
  return (
    incentive.tiers.find(({ fromWeek, toWeek }) => week >= fromWeek && (toWeek === null || week <= toWeek)) ??
    null
  );
}

/** The calendar year of a day. */
export function yearOf(day: number): number {
  return Number(fromDayNumber(day).slice(0, 4));
}

function leftOfCap({ cap, capPer }: PlanIncentive, state: IncentiveState, day: number): number {
  if (cap === null) return Number.POSITIVE_INFINITY;
  const used = capPer === 'episode' ? state.earned : state.year === yearOf(day) ? state.inYear : 0;
  return Math.max(0, cap - used);
}
