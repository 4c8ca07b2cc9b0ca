import type { IncentivePay } from '../curriculum/incentive.ts';

/** What a reward amounts to from one program week to another, in whole cents, draws or pieces. */
export type PlanIncentiveTier = {
  readonly fromWeek: number;
  /** Null for a tier that goes on for good. */
  readonly toWeek: number | null;
  readonly first: number;
  readonly rise: number;
  readonly riseEvery: number;
  readonly maximum: number | null;
  readonly perWeek: number | null;
};

/**
 * Rewards as flat tables of whole numbers. A reward is `min(maximum, first + rise * floor(rung / riseEvery))`, where the rung
 * is the number of rewards in a row; a failure sets it to 0, and `restoreAfter` rewards in a row bring back the one before.
 */
export type PlanIncentive = {
  readonly id: string;
  readonly title: string;
  readonly pays: IncentivePay;
  /** What is rewarded, in words: `negative test`. */
  readonly label: string;
  /** Signals of `PlanEffect` that earn, and those that reset. */
  readonly earns: readonly string[];
  readonly resets: readonly string[];
  /** The substances that count; empty for all. */
  readonly substances: readonly string[];
  /** In the order of their weeks, apart from each other. */
  readonly tiers: readonly PlanIncentiveTier[];
  /** 0 for no bonus. */
  readonly bonusEvery: number;
  readonly bonusAmount: number;
  /** 0 where nothing is restored. */
  readonly restoreAfter: number;
  readonly cap: number | null;
  readonly capPer: 'episode' | 'calendar-year';
  readonly prizes: readonly {
    readonly id: string;
    readonly title: string;
    readonly chips: number;
    readonly value: number;
  }[];
};
