import { applyTo } from './apply-signals.ts';
import { beginDay } from './begin-day.ts';
import { type Course, stagePlan } from './course.ts';
import type { CounterValue, EpisodeContext } from './episode-context.ts';
import { initialContext } from './episode-context.ts';
import { NO_REWARDS } from './incentive-state.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';
import { takeHomeSince } from './take-home-allowance.ts';
import { NOTHING_AT_HOME } from './take-home-state.ts';

/**
 * The context at the beginning of a stage: the counters start again, but for what is known of the patient rather than of the
 * program (abstinence, tests, scores, contact, privileges that the new program has, too), and for the sessions that the move brings credit for. Pure.
 */
export function enterStage(
  course: Course,
  context: EpisodeContext,
  event: MachineEvent,
  to: number,
): EpisodeContext {
  const from = stagePlan(course, context);
  const plan = course.stages[to]?.plan ?? from;
  const before = beginDay(from, context, event.day);
  const credits = 'credits' in event ? event.credits : [];
  const fresh = initialContext(plan);
  const counters = carryCounters(from, plan, before.counters, fresh.counters);
  const ofToday = [...fresh.counters];
  for (const { track, sessions } of credits) {
    const signal = `credit/${track}`;
    const fact = { day: event.day, sessions, minutes: 0, score: 0 };
    applyTo(plan, counters, signal, fact);
    applyTo(plan, ofToday, signal, fact);
  }
  return {
    ...fresh,
    stage: to,
    today: event.day,
    counters,
    morning: counters,
    ofToday,
    admittedOn: event.day,
    cycleStarts: 'cycleStarts' in event ? event.cycleStarts : {},
    credits: credits.map((credit) => ({ fact: event.fact, ...credit })),
    flags: before.flags,
    ...(before.closures === undefined ? {} : { closures: before.closures }),
    ...carryIncentives(from, plan, before),
    ...carryTakeHome(from, plan, before),
    stages: [...before.stages, { stage: to, from: event.day, fact: event.fact }],
  };
}

const CARRIED: readonly string[] = [
  'abstinent-since',
  'negative-run',
  'negative-run-last',
  'evidence-of-use',
  'last-test',
  'last-contact',
  'last-seen',
];

/** Whether a counter says something of the patient that holds at every level of care where it is counted, by its name in the plan. */
export function isCarried(counter: string): boolean {
  return CARRIED.includes(counter) || counter.startsWith('score/') || counter.startsWith('privilege/');
}

function carryCounters(
  from: Plan,
  to: Plan,
  counters: readonly CounterValue[],
  fresh: readonly CounterValue[],
): CounterValue[] {
  const values = new Map(
    from.counters.flatMap(({ name }, index) => (isCarried(name) ? [[name, counters[index] ?? null]] : [])),
  );
  return to.counters.map(({ name }, index) => values.get(name) ?? fresh[index] ?? null);
}

/** Doses at home, what took them away, and the time in treatment go on between levels that both give them. */
function carryTakeHome(from: Plan, to: Plan, before: EpisodeContext): Pick<EpisodeContext, 'takeHome'> {
  if (from.takeHome === undefined || to.takeHome === undefined) return {};
  return { takeHome: { ...(before.takeHome ?? NOTHING_AT_HOME), since: takeHomeSince(before) } };
}

/** Rewards of the same id go on where they stood: what is earned is never lost. */
function carryIncentives(
  from: Plan,
  to: Plan,
  { incentives: had }: EpisodeContext,
): Pick<EpisodeContext, 'incentives'> {
  if (to.incentives === undefined || had === undefined) return {};
  const standing = (id: string) => had[(from.incentives ?? []).findIndex((incentive) => incentive.id === id)];
  return { incentives: to.incentives.map(({ id }) => standing(id) ?? NO_REWARDS) };
}
