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
    ofToday: initialCounters(plan),
    metToday: [],
  };
}
