import { type Course, courseOf } from '../../program/course.ts';
import type { Behaviour } from '../behaviour.ts';
import { compileBehaviour } from '../compile-behaviour.ts';
import { ENDS, type End } from '../ends.ts';
import { eventTable } from '../event-table.ts';
import type { SimulatedStage } from '../reference/simulated-patient.ts';
import { isCompletion } from '../results/tally.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { Histogram } from '../statistics/histogram.ts';
import { wilsonInterval } from '../statistics/proportion-interval.ts';
import { type Continuation, continuePatient } from './continue-patient.ts';
import type { StandingEpisode } from './standing-episode.ts';
import { traitWeights } from './trait-weights.ts';
import { willingBehaviour } from './willing-behaviour.ts';

/** Days from the day of the forecast within which a share of those who get there has got there. */
export type DaysToCome = { readonly median: number; readonly p10: number; readonly p90: number };

/** How an episode may go on. A simulation: it shows what follows from the program and from assumptions about behaviour. */
export type Forecast = {
  readonly simulation: true;
  readonly runs: number;
  readonly horizonDays: number;
  readonly phase: string;
  /** Chance to complete or graduate within the horizon; the interval is that of so many runs, not of the assumptions. */
  readonly completes: Estimate;
  readonly ends: readonly { readonly end: End; readonly share: Estimate }[];
  /** Chance to go on to the next phase (or to graduate from the last) within the horizon, and when; days are null where too few get there. */
  readonly nextPhase: { readonly reached: Estimate; readonly days: DaysToCome | null };
  /** If the patient comes to everything, does not use and stays: the way then is certain. Days from the day of the forecast. */
  readonly attendsEverything: {
    readonly nextPhase: { readonly phase: string; readonly days: number } | null;
    readonly end: End;
    readonly days: number;
  };
};

/** How a forecast is made. */
export type ForecastOptions = {
  readonly horizonDays: number;
  readonly runs?: number;
  readonly seed?: number;
};

/** Fewer than so many who get somewhere say nothing about when. */
const ENOUGH = 10;

/**
 * Forecasts how an episode goes on from where it stands, by simulating it so many times through the machine itself. Draws of run n
 * depend on the seed and n alone. Throws a `RangeError` where the episode has ended. Pure.
 */
export function forecastEpisode(
  episode: StandingEpisode,
  behaviour: Behaviour,
  { horizonDays, runs = 200, seed = 1 }: ForecastOptions,
): Forecast {
  const { plan, fold, admittedOn, day } = episode;
  const { context } = fold.snapshot;
  if (context.ended !== null || context.admittedOn === null)
    throw new RangeError('only an episode in treatment has a forecast');
  const course = episode.course ?? courseOf(plan);
  const compiled = stagesOf(course, behaviour);
  const types = systematicDraws(traitWeights(compiled[context.stage]!.behaviour, episode), runs);
  const ways = types.map((type, number) =>
    continuePatient(episode, compiled, { seed, number, type, horizonDays }),
  );
  const from = day - admittedOn;
  const [arrivals, reached] = [new Histogram(), ways.map((way) => nextPhaseDay(episode, way))];
  for (const on of reached) if (on !== null) arrivals.add(Math.max(0, on.day - from));
  const count = (end: End) => ways.filter((way) => way.end === end).length;
  const willing = willingBehaviour(behaviour);
  const best = continuePatient(episode, stagesOf(course, willing), {
    seed,
    number: 0,
    type: 0,
    horizonDays,
  });
  const bestNext = nextPhaseDay(episode, best);
  return {
    ...{ simulation: true, runs, horizonDays, phase: plan.phases[context.phase]?.id ?? '' },
    completes: wilsonInterval(ways.filter(({ end }) => isCompletion(ENDS.indexOf(end))).length, runs),
    ends: ENDS.filter((end) => count(end) > 0).map((end) => ({
      end,
      share: wilsonInterval(count(end), runs),
    })),
    nextPhase: {
      reached: wilsonInterval(arrivals.total, runs),
      days:
        arrivals.total < ENOUGH
          ? null
          : {
              ...{ median: arrivals.quantile(0.5), p10: arrivals.quantile(0.1), p90: arrivals.quantile(0.9) },
            },
    },
    attendsEverything: {
      nextPhase: bestNext === null ? null : { phase: bestNext.phase, days: bestNext.day - from },
      ...{ end: best.end, days: best.endDay - from },
    },
  };
}

function stagesOf(course: Course, behaviour: Behaviour): SimulatedStage[] {
  return course.stages.map(({ plan }) => {
    const compiled = compileBehaviour(plan, behaviour, true);
    return { behaviour: compiled, table: eventTable(plan, compiled) };
  });
}

/** The first later phase or other level of care that is entered from the day of the forecast on, or graduation, and when, in days since admission. */
function nextPhaseDay({ plan, fold, admittedOn }: StandingEpisode, way: Continuation) {
  const { phase } = fold.snapshot.context;
  const entry = way.fold.journal
    .slice(fold.journal.length)
    .find(
      ({ kind, to }) =>
        kind === 'level' || (kind === 'phase' && plan.phases.findIndex(({ id }) => id === to) > phase),
    );
  if (entry?.to != null) return { phase: entry.to, day: entry.day - admittedOn };
  return way.end === 'graduated' ? { phase: 'graduated', day: way.endDay } : null;
}

/** So many draws from weights, as even as they can be: of a weight of 0.3 three of ten. */
function systematicDraws(weights: readonly number[], runs: number): number[] {
  let [type, upTo] = [0, weights[0] ?? 1];
  return Array.from({ length: runs }, (_, run) => {
    while ((run + 0.5) / runs > upTo && type < weights.length - 1) {
      type += 1;
      upTo += weights[type]!;
    }
    return type;
  });
}
