import { programWeek } from '../../program/clock-days.ts';
import type { EpisodeContext } from '../../program/episode-context.ts';
import { NO_REWARDS } from '../../program/incentive-state.ts';
import { rewardAt, tierOf } from '../../program/next-reward.ts';
import type { Plan } from '../../program/plan.ts';
import type { CompiledBehaviour } from '../compile-behaviour.ts';
import type { CompiledFeature } from '../compiled-model.ts';

/** Where a patient stands, as models see it. */
export type Standing = {
  readonly behaviour: CompiledBehaviour;
  readonly context: EpisodeContext;
  readonly absentRun: number;
  readonly type: number;
  /** Days since admission. */
  readonly day: number;
  readonly weekday: number;
  /** Day number of that day. */
  readonly date: number;
  readonly plan: Plan;
  readonly using: number;
  readonly clean: number;
};

/** The threshold of a model for a draw of thirty bits; 0 where the behaviour has no such model. */
export function modelThreshold(standing: Standing, name: string, track = 0, hour = 0): number {
  const { behaviour, type } = standing;
  const model = behaviour.models[name];
  if (!model) return 0;
  let sum = model.byType[type] ?? 0;
  for (const { feature, table } of model.terms) {
    const value = featureValue(standing, feature, track, hour);
    sum += table[Math.min(value, table.length - 1)] ?? 0;
  }
  return behaviour.thresholds[behaviour.offset + sum] ?? 0;
}

function featureValue(standing: Standing, feature: CompiledFeature, track: number, hour: number): number {
  const { context } = standing;
  switch (feature.of) {
    case 'week':
      return Math.floor(standing.day / 7);
    case 'weekday':
      return (standing.weekday + standing.day) % 7;
    case 'hour':
      return hour;
    case 'reward':
      return rewardStep(standing, feature.index);
    case 'absences':
      return standing.absentRun;
    case 'using':
      return standing.using;
    case 'clean-weeks':
      return standing.clean;
    case 'track':
      return track;
    case 'phase':
      return context.phase;
    case 'monitor':
      return context.monitors[feature.index] ?? 0;
    case 'counter': {
      const value = context.counters[feature.index];
      const number = Array.isArray(value) ? value.length : ((value as number | null) ?? 0);
      return Math.max(0, number);
    }
  }
}

/** What the next success would earn of a kind of reward, in whole units of money, draws or pieces, without bonus and cap. */
function rewardStep({ plan, context, date }: Standing, index: number): number {
  const incentive = plan.incentives?.[index];
  const tier = incentive ? tierOf(incentive, programWeek(context, date) ?? 1) : null;
  if (!incentive || tier === null) return 0;
  const amount = rewardAt(tier, (context.incentives?.[index] ?? NO_REWARDS).rung);
  return Math.floor(amount / (incentive.pays === 'money' ? 100 : 1));
}
