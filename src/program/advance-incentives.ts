import { programWeek } from './clock-days.ts';
import type { EpisodeContext } from './episode-context.ts';
import { type IncentiveState, NO_REWARDS } from './incentive-state.ts';
import type { MachineEvent } from './machine-event.ts';
import { nextReward, yearOf } from './next-reward.ts';
import type { Plan } from './plan.ts';
import type { PlanIncentive } from './plan-incentive.ts';
import { signalsOf } from './signals-of.ts';

/** The context with the rewards after an event. Pure; the same context where the plan rewards nothing. */
export function advanceIncentives(plan: Plan, context: EpisodeContext, event: MachineEvent): EpisodeContext {
  if (plan.incentives === undefined || context.admittedOn === null) return context;
  const { signals } = signalsOf(plan, event);
  const week = programWeek(context, event.day) ?? 1;
  let moved = false;
  const incentives = plan.incentives.map((incentive, index) => {
    const before = context.incentives?.[index] ?? NO_REWARDS;
    const after = advanceOne(incentive, before, event, signals, week);
    if (after !== before) moved = true;
    return after;
  });
  return moved ? { ...context, incentives } : context;
}

function advanceOne(
  incentive: PlanIncentive,
  state: IncentiveState,
  event: MachineEvent,
  signals: readonly string[],
  week: number,
): IncentiveState {
  if (event.type === 'RewardGiven') {
    if (event.incentive !== incentive.id) return state;
    const value = incentive.prizes.find(({ id }) => id === event.prize)?.value ?? 0;
    return { ...state, given: state.given + event.amount, won: state.won + value * event.amount };
  }
  switch (outcomeOf(incentive, event, signals)) {
    case 'success':
      return reward(incentive, state, event.day, week);
    case 'failure':
      return { ...state, rung: 0, run: 0, lost: Math.max(state.lost, state.rung), lastOn: event.day };
    case 'undecided':
      return { ...state, undecided: state.undecided + 1 };
    default:
      return state;
  }
}

function outcomeOf(
  incentive: PlanIncentive,
  event: MachineEvent,
  signals: readonly string[],
): 'success' | 'failure' | 'undecided' | null {
  if (signals.some((signal) => incentive.earns.includes(signal))) return 'success';
  const shows =
    (event.type === 'DrugTestRecorded' && event.result === 'positive') || event.type === 'UseReported';
  const resets = signals.some((signal) => incentive.resets.includes(signal));
  if (!shows || incentive.substances.length === 0) return resets ? 'failure' : null;
  const found = event.substances ?? [];
  if (found.some((substance) => incentive.substances.includes(substance))) return resets ? 'failure' : null;
  if (found.length === 0) return resets ? 'undecided' : null;
  return event.type === 'DrugTestRecorded' ? 'success' : null;
}

function reward(incentive: PlanIncentive, state: IncentiveState, day: number, week: number): IncentiveState {
  const amount = nextReward(incentive, state, day, week);
  if (amount === null) return state;
  const year = yearOf(day);
  const run = state.run + 1;
  const restored = incentive.restoreAfter > 0 && state.lost > 0 && run >= incentive.restoreAfter;
  return {
    ...state,
    run,
    rung: restored ? Math.max(state.rung + 1, state.lost) : state.rung + 1,
    lost: restored ? 0 : state.lost,
    rewards: state.rewards + 1,
    earned: state.earned + amount,
    week,
    inWeek: (state.week === week ? state.inWeek : 0) + 1,
    year,
    inYear: (state.year === year ? state.inYear : 0) + amount,
    lastOn: day,
  };
}
