import { yearOf } from '../../program/next-reward.ts';
import type { PlanIncentive, PlanIncentiveTier } from '../../program/plan-incentive.ts';
import { TEST_CODE } from '../event-table.ts';
import { FIRST_MONDAY } from '../first-monday.ts';
import { type KernelScope, programDays } from './kernel-scope.ts';

/** What is kept of a kind of reward: rung, run, lost rung, week and rewards in it, year and amount in it, last day, amount in all. */
const KEPT = ['ir', 'iu', 'il', 'iw', 'in', 'iy', 'iz', 'io', 'ie'];

/** The local variables for the rewards of a plan. */
export function incentiveLocals({ plan }: KernelScope): string[] {
  const kept = (plan.incentives ?? []).flatMap((_, i) => KEPT.map((name) => `${name}${i}`));
  return kept.length === 0 ? [] : [...kept, 'iv', 'iq', 'ik', 'ix'];
}

/** Statements before anything is earned. */
export function generateNoRewards({ plan }: KernelScope): string {
  return (plan.incentives ?? [])
    .map((_, i) => KEPT.map((name) => `${name}${i} = ${name === 'io' ? '-1' : '0'};`).join(' '))
    .join(' ');
}

/** Places that the rewards of a course take where a patient goes from stage to stage. */
export function rewardPlaces(rewards: readonly string[]): number {
  return rewards.length * KEPT.length;
}

/** Statements that hand rewards on to the next stage from the place `first` on: those that this stage does not have begin anew later. */
export function generateRewardsLeft(
  { plan }: KernelScope,
  rewards: readonly string[],
  first: number,
): string {
  return rewards
    .flatMap((id, k) => {
      const i = (plan.incentives ?? []).findIndex((incentive) => incentive.id === id);
      const value = (name: string) => (i >= 0 ? `${name}${i}` : name === 'io' ? '-1' : '0');
      return KEPT.map((name, n) => `CARRY[${first + k * KEPT.length + n}] = ${value(name)};`);
    })
    .join(' ');
}

/** Statements that take up the rewards that a patient brings from the stage before. */
export function generateRewardsBrought(
  { plan }: KernelScope,
  rewards: readonly string[],
  first: number,
): string {
  return (plan.incentives ?? [])
    .flatMap(({ id }, i) =>
      KEPT.map((name, n) => `${name}${i} = CARRY[${first + rewards.indexOf(id) * KEPT.length + n}];`),
    )
    .join(' ');
}

/** Statements that take an event, one of some or any, into the rewards; the same as `advanceIncentives` for what a simulated patient does. */
export function generateRewards(scope: KernelScope, codes?: readonly number[]): string {
  const { plan, table } = scope;
  return (plan.incentives ?? [])
    .map((incentive, i) => {
      const cases = table.events.flatMap(({ signals }, code) => {
        if (code === table.admitted || codes?.includes(code) === false) return [];
        if (signals.some((signal) => incentive.earns.includes(signal)))
          return [`case ${code}: ${reward(scope, incentive, i)} break;`];
        // A positive test does not say for what: where only some substances count, it decides nothing.
        const shows = code === table.tests + TEST_CODE.positive || code === table.used;
        if (shows && incentive.substances.length > 0) return [];
        return signals.some((signal) => incentive.resets.includes(signal))
          ? [`case ${code}: ${failure(i)} break;`]
          : [];
      });
      return cases.length === 0 ? '' : `switch (ev) { ${cases.join('\n')} }`;
    })
    .join('\n');
}

/** The expression of all that was earned. */
export function earnedInAll({ plan }: KernelScope): string {
  const each = (plan.incentives ?? []).map((_, i) => `ie${i}`);
  return each.length === 0 ? '0' : each.join(' + ');
}

/** The expression of what the next success would earn of a kind of reward, in whole units: the same as `rewardStep`. */
export function nextReward(scope: KernelScope, i: number): string {
  const incentive = scope.plan.incentives![i]!;
  const day = programDays(scope, 'day');
  const unit = incentive.pays === 'money' ? 100 : 1;
  return incentive.tiers.reduceRight((rest, { fromWeek, toWeek, first, rise, riseEvery, maximum }) => {
    const from = `${day} >= ${(fromWeek - 1) * 7}`;
    const within = toWeek === null ? from : `${from} && ${day} < ${toWeek * 7}`;
    const amount = `${first} + ${rise} * (ir${i} / ${riseEvery} | 0)`;
    const most = maximum === null ? amount : `(${amount} > ${maximum} ? ${maximum} : ${amount})`;
    return `(${within} ? (${most}) / ${unit} | 0 : ${rest})`;
  }, '0');
}

/** By days since the first Monday: the year, counted from that of the first Monday as 1. */
export function yearTable(days: number): Int32Array {
  const first = yearOf(FIRST_MONDAY);
  return Int32Array.from({ length: days }, (_, day) => yearOf(FIRST_MONDAY + day) - first + 1);
}

function failure(i: number): string {
  return `if (ir${i} > il${i}) il${i} = ir${i}; ir${i} = 0; iu${i} = 0; io${i} = today;`;
}

/** Statements for a success: `ik` is the week of the program, `ix` the year, `iv` the amount. */
function reward(scope: KernelScope, incentive: PlanIncentive, i: number): string {
  const tiers = incentive.tiers.map((tier) => tierAmount(tier, i)).join(' else ');
  const bonus =
    incentive.bonusEvery > 0
      ? `if ((iu${i} + 1) % ${incentive.bonusEvery} === 0) iv = iv + ${incentive.bonusAmount} | 0;`
      : '';
  const used = incentive.capPer === 'episode' ? `ie${i}` : `(iy${i} === ix ? iz${i} : 0)`;
  const cap =
    incentive.cap === null
      ? ''
      : `iq = ${incentive.cap} - ${used} | 0; if (iq < 0) iq = 0; if (iv > iq) iv = iq;`;
  const restored =
    incentive.restoreAfter > 0
      ? `if (il${i} > 0 && iu${i} >= ${incentive.restoreAfter}) { ir${i} = ir${i} > il${i} ? ir${i} : il${i}; il${i} = 0; }`
      : '';
  return `ik = (${programDays(scope, 'today')} / 7 | 0) + 1; ix = YEAR[today + wd0]; iv = -1;
if (io${i} !== today) { ${tiers} }
if (iv >= 0) { ${bonus} ${cap} iu${i} = iu${i} + 1 | 0; ir${i} = ir${i} + 1 | 0; ${restored} ie${i} = ie${i} + iv | 0;
in${i} = (iw${i} === ik ? in${i} : 0) + 1 | 0; iw${i} = ik; iz${i} = (iy${i} === ix ? iz${i} : 0) + iv | 0; iy${i} = ix; io${i} = today; }`;
}

function tierAmount(
  { fromWeek, toWeek, first, rise, riseEvery, maximum, perWeek }: PlanIncentiveTier,
  i: number,
) {
  const within = toWeek === null ? '' : ` && ik <= ${toWeek}`;
  const enough = perWeek === null ? '' : `if (iw${i} !== ik || in${i} < ${perWeek}) `;
  const most = maximum === null ? '' : ` if (iv > ${maximum}) iv = ${maximum};`;
  return `if (ik >= ${fromWeek}${within}) { ${enough}{ iv = ${first} + ${rise} * (ir${i} / ${riseEvery} | 0) | 0;${most} } }`;
}
