import type { EpisodeContext } from './episode-context.ts';
import { initialCounters } from './episode-context.ts';
import type { Plan } from './plan.ts';

/** The context when it hears of a day: on a new day the counters of the morning are kept and nothing was met yet. Pure. */
export function beginDay(plan: Plan, context: EpisodeContext, day: number): EpisodeContext {
  if (context.today !== null && day <= context.today) return context;
  return {
    ...context,
    today: day,
    morning: context.counters,
    ofToday: nothingCounted(plan),
    metToday: NOTHING_MET,
  };
}

const NOTHING_MET: readonly number[] = [];

const uncounted = new WeakMap<Plan, EpisodeContext['ofToday']>();

function nothingCounted(plan: Plan): EpisodeContext['ofToday'] {
  const known = uncounted.get(plan) ?? initialCounters(plan);
  uncounted.set(plan, known);
  return known;
}
