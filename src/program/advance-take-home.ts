import type { TakeHomeReduction } from '../curriculum/take-home.ts';
import type { EpisodeContext } from './episode-context.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';
import { isWithinBand, takeHomeAllowance } from './take-home-allowance.ts';
import { NOTHING_AT_HOME, type TakeHomeState } from './take-home-state.ts';

/** Supplies are kept so many days after their last dose: a week is looked at as a whole, and a counselor looks back. */
const KEPT_DAYS = 60;

/**
 * The context with the unsupervised doses after an event. Pure; the same context where the plan knows none. A supply beyond the
 * band that nobody overrode is flagged for review: it was given, and stays on the record.
 */
export function advanceTakeHome(plan: Plan, context: EpisodeContext, event: MachineEvent): EpisodeContext {
  if (plan.takeHome === undefined || context.admittedOn === null) return context;
  if (event.type === 'TakeHomeGiven') return supplied(plan, context, event);
  if (event.type === 'TakeHomeReturned') return { ...context, takeHome: returned(context, event) };
  if (event.type === 'TakeHomeTimeCredited') {
    const state = context.takeHome ?? NOTHING_AT_HOME;
    return { ...context, takeHome: { ...state, creditedDays: (state.creditedDays ?? 0) + event.days } };
  }
  const after = causeOf(event);
  const holding = plan.takeHome.reductions.filter((reduction) => reduction.after === after);
  if (holding.length === 0) return context;
  const state = context.takeHome ?? NOTHING_AT_HOME;
  const reductions = holding.map(({ after: cause, doses, forDays }) => ({
    after: cause,
    fact: event.fact,
    on: event.day,
    until: event.day + forDays - 1,
    doses,
  }));
  return {
    ...context,
    takeHome: kept({ ...state, reductions: [...state.reductions, ...reductions] }, event.day),
  };
}

function causeOf(event: MachineEvent): TakeHomeReduction['after'] | null {
  if (event.type === 'TakeHomeMisused') return 'misuse';
  if (event.type === 'UseReported') return 'reported-use';
  if (event.type !== 'DrugTestRecorded') return null;
  return event.result === 'positive' ? 'positive-test' : event.result === 'missed' ? 'missed-test' : null;
}

function supplied(
  plan: Plan,
  context: EpisodeContext,
  event: Extract<MachineEvent, { type: 'TakeHomeGiven' }>,
): EpisodeContext {
  const state = context.takeHome ?? NOTHING_AT_HOME;
  const days = Array.from({ length: event.doses }, (_, i) => event.firstDay + i);
  const allowance = takeHomeAllowance(plan, context, event.day);
  const beyond = !isWithinBand(plan, context, allowance, event.day, days);
  const overridden = event.beyondBand === true;
  const to = event.firstDay + event.doses - 1;
  const supply = { fact: event.fact, on: event.day, from: event.firstDay, to, beyond, overridden };
  const message = `${event.doses} ${event.doses === 1 ? 'dose was' : 'doses were'} given to take home, more than the ${allowance?.doses ?? 0} allowed on that day by what is known now`;
  const flag = { code: 'take-home-beyond' as const, fact: event.fact, on: event.day, message };
  return {
    ...context,
    takeHome: kept({ ...state, supplies: [...state.supplies, supply] }, event.day),
    ...(beyond && !overridden ? { flags: [...context.flags, flag] } : {}),
  };
}

/** What is at home without the doses that were brought back: the last ones, of the days after that day. */
function returned(
  { takeHome: state = NOTHING_AT_HOME }: EpisodeContext,
  { day, doses }: Extract<MachineEvent, { type: 'TakeHomeReturned' }>,
): TakeHomeState {
  let left = doses;
  const latestFirst = state.supplies.toSorted((a, b) => b.to - a.to);
  const supplies = latestFirst.flatMap((supply) => {
    const back = Math.max(0, Math.min(left, supply.to - Math.max(supply.from - 1, day)));
    left -= back;
    const to = supply.to - back;
    return to < supply.from ? [] : [{ ...supply, to }];
  });
  return { ...state, supplies: supplies.toSorted((a, b) => a.from - b.from) };
}

function kept(state: TakeHomeState, day: number): TakeHomeState {
  const { supplies, reductions } = state;
  return {
    ...state,
    supplies: supplies.filter(({ to }) => to + KEPT_DAYS >= day),
    reductions: reductions.filter(({ until }) => until >= day),
  };
}
