import { toDayNumber } from '../../curriculum/calendar-date.ts';
import { courseOf } from '../../program/course.ts';
import { foldAsOf } from '../../program/fold.ts';
import { purposeOf } from '../purpose.ts';
import { liveDay } from '../reference/live-day.ts';
import { modelThreshold } from '../reference/model-threshold.ts';
import {
  NO_LEAVE,
  noteEnd,
  type SimulatedPatient,
  type SimulatedStage,
  standingOf,
  takeJournal,
} from '../reference/simulated-patient.ts';
import { threefry2x32 } from '../threefry.ts';
import type { StandingEpisode } from './standing-episode.ts';

/** One way in which an episode may go on. */
export type Continuation = Pick<SimulatedPatient, 'end' | 'endDay' | 'fold'>;

/**
 * Simulates one way in which an episode may go on, from where it stands, through the machine itself. Days count from the
 * admission. What behaviour cannot know of a real patient is drawn: the combination of traits is given, present use is that of the
 * latest test or report, or drawn where there is none. Pure.
 */
export function continuePatient(
  episode: StandingEpisode,
  stages: readonly SimulatedStage[],
  way: {
    readonly seed: number;
    readonly number: number;
    readonly type: number;
    readonly horizonDays: number;
  },
): Continuation {
  const { plan, fold, admittedOn, facts } = episode;
  const words = new Int32Array(2);
  const draw = (counter: number, purpose: number) => {
    threefry2x32(way.seed, way.number, counter, purpose, words);
    return { x: words[0] as number, y: words[1] as number };
  };
  const from = episode.day - admittedOn;
  const course = episode.course ?? courseOf(plan);
  const { stage } = fold.snapshot.context;
  const { behaviour, table } = stages[stage]!;
  const simulated: SimulatedPatient = {
    ...{ course, stages, stage, plan, behaviour, table },
    ...{ draw, admittedOn, move: null, makeUps: new Map(), leave: NO_LEAVE },
    ...{ type: way.type, levels: [], fold, seen: null, events: [] },
    facts: new Array(Math.max(0, ...facts.map(({ version }) => version))).fill(facts[0]),
    journal: fold.journal.findLastIndex(({ kind }) => kind === 'phase'),
    ...{ using: 0, clean: 0, cleanDays: 0, longest: 0, gone: false, left: null, leaves: 0, report: false },
    ...{ contact: Number.POSITIVE_INFINITY, decide: Number.POSITIVE_INFINITY, decideOf: -1 },
    advance: Number.POSITIVE_INFINITY,
    signOffs: behaviour.signOffs.map(() => Number.POSITIVE_INFINITY),
    ...{ end: 'in-treatment', endDay: 0 },
  };
  if (simulated.journal < 0) simulated.journal = fold.journal.length;
  takeJournal(simulated, fold);
  withoutGiven(simulated, episode);
  setUse(simulated, episode, from);
  noteEnd(simulated);
  const last = from + way.horizonDays;
  for (let day = from; day < last && simulated.end === 'in-treatment'; day += 1) liveDay(simulated, day);
  if (simulated.end === 'in-treatment') {
    simulated.fold = foldAsOf(course, simulated.fold, admittedOn + last);
    noteEnd(simulated);
  }
  if (simulated.end === 'in-treatment') simulated.endDay = last;
  return simulated;
}

/** Staff do not sign again what is signed since the phase was entered. */
function withoutGiven(simulated: SimulatedPatient, { facts, fold }: StandingEpisode): void {
  const entered = fold.snapshot.context.phaseEnteredOn ?? 0;
  for (const [k, { role, subject }] of simulated.behaviour.signOffs.entries()) {
    const given = facts.some(
      ({ fact }) =>
        fact.type === 'SignedOff' &&
        fact.role === role &&
        (fact.subject ?? null) === subject &&
        toDayNumber(fact.on) >= entered,
    );
    if (given) simulated.signOffs[k] = Number.POSITIVE_INFINITY;
  }
}

/** Present use from what was found or told last; drawn as at an admission where nothing was. */
function setUse(simulated: SimulatedPatient, { facts, admittedOn }: StandingEpisode, from: number): void {
  const found = facts
    .flatMap(({ fact }) => {
      if (fact.type === 'UseReported') return [{ day: toDayNumber(fact.on), used: true }];
      if (fact.type !== 'DrugTestRecorded') return [];
      if (fact.result !== 'negative' && fact.result !== 'positive') return [];
      return [{ day: toDayNumber(fact.on), used: fact.result === 'positive' }];
    })
    .sort((a, b) => a.day - b.day);
  const latest = found.at(-1);
  if (latest === undefined) {
    const { y } = simulated.draw(0, purposeOf('admission'));
    simulated.using = y >>> 2 < modelThreshold(standingOf(simulated, from), 'useAtAdmission') ? 1 : 0;
    return;
  }
  simulated.using = latest.used ? 1 : 0;
  const since = found.findLast(({ used }) => used)?.day ?? admittedOn;
  simulated.clean = latest.used ? 0 : Math.max(1, Math.floor((admittedOn + from - since) / 7));
}
