import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import { weekdayIndex } from '../../curriculum/weekday.ts';
import { type Course, stagePlan } from '../../program/course.ts';
import type { EpisodeContext } from '../../program/episode-context.ts';
import type { Fact } from '../../program/episode-event.ts';
import { type Fold, foldAsOf, tellFact } from '../../program/fold.ts';
import type { StandingFact } from '../../program/order-facts.ts';
import type { Plan } from '../../program/plan.ts';
import type { CompiledBehaviour } from '../compile-behaviour.ts';
import type { End } from '../ends.ts';
import type { EventTable } from '../event-table.ts';
import type { Standing } from './model-threshold.ts';

/** A draw's two words, of which models use thirty bits. */
export type Draw = { readonly x: number; readonly y: number };

/** What a stage of a course makes of the behaviour. */
export type SimulatedStage = { readonly behaviour: CompiledBehaviour; readonly table: EventTable };

/** A patient as the reference carries him: the machine's state, what behaviour remembers, and what has been told. */
export type SimulatedPatient = {
  readonly course: Course;
  /** Behaviour and events by stage of the course, and those of the present stage. */
  readonly stages: readonly SimulatedStage[];
  stage: number;
  plan: Plan;
  behaviour: CompiledBehaviour;
  table: EventTable;
  readonly draw: (counter: number, purpose: number) => Draw;
  readonly admittedOn: number;
  /** Combination of traits, and the level of each. */
  type: number;
  readonly levels: number[];
  fold: Fold;
  /** What was asked of the fold last. */
  seen: { readonly fold: Fold; readonly day: number; readonly context: EpisodeContext } | null;
  facts: StandingFact[];
  /** Pairs of a day since admission and a code. */
  events: { day: number; code: number }[];
  /** Entries of the fold's journal that were taken into `events`. */
  journal: number;
  using: number;
  /** Weeks without use up to now; where use takes a step each day, the days. */
  clean: number;
  cleanDays: number;
  /** The longest stretch without use, in days. */
  longest: number;
  gone: boolean;
  left: string | null;
  /** The day on which he leaves for it. */
  leaves: number;
  report: boolean;
  contact: number;
  decide: number;
  decideOf: number;
  advance: number;
  signOffs: number[];
  /** Meetings that were missed and are to be made up, by track: the day, and the session. */
  makeUps: Map<number, { readonly day: number; readonly session: number }>;
  /** The days on which a leave begins and ends; infinite where none is meant. */
  leave: { readonly from: number; readonly to: number };
  /** The move to another stage that staff mean to make, and on which day. */
  move: { readonly stage: string; readonly day: number } | null;
  end: End;
  endDay: number;
};

/** Tells a fact on a day since the admission, and takes what it led to into the list of events. */
export function tell(
  simulated: SimulatedPatient,
  day: number,
  code: number | null,
  fact: { type: Fact['type']; [field: string]: unknown },
): void {
  const on = fromDayNumber(simulated.admittedOn + day);
  const version = simulated.facts.length + 1;
  const standing = { version, fact: { by: 'simulation', ...fact, on } as Fact };
  simulated.facts.push(standing);
  takeJournal(simulated, foldAsOf(simulated.course, simulated.fold, simulated.admittedOn + day));
  if (code !== null) simulated.events.push({ day, code });
  simulated.fold = tellFact(simulated.course, simulated.fold, standing);
  takeJournal(simulated, simulated.fold);
  noteEnd(simulated);
}

/** Takes the moves of phases and monitors that a fold tells of into the list of events, and asks staff what they ask for. */
export function takeJournal(simulated: SimulatedPatient, fold: Fold): void {
  if (enterStage(simulated, fold)) {
    const day = (fold.snapshot.context.admittedOn ?? 0) - simulated.admittedOn;
    simulated.events.push({ day, code: simulated.table.entered });
  }
  const { plan, table, behaviour } = simulated;
  for (const entry of fold.journal.slice(simulated.journal)) {
    const day = entry.day - simulated.admittedOn;
    if (entry.kind === 'phase') {
      const phase = plan.phases.findIndex(({ id }) => id === entry.to);
      simulated.events.push({ day, code: table.phases + phase });
      simulated.advance = Number.POSITIVE_INFINITY;
      behaviour.signOffs.forEach(({ phases, afterDays, share, purpose }, k) => {
        const asked = phases.includes(phase) && simulated.draw(day, purpose).x >>> 2 < share;
        simulated.signOffs[k] = asked ? day + afterDays : Number.POSITIVE_INFINITY;
      });
    }
    if (entry.kind === 'monitor') {
      const m = plan.monitors.findIndex(({ id }) => id === entry.id);
      const s = plan.monitors[m]?.states.findIndex(({ id }) => id === entry.to) ?? -1;
      simulated.events.push({ day, code: (table.monitors[m] ?? 0) + s });
      const state = plan.monitors[m]?.states[s];
      if (
        simulated.contact === Number.POSITIVE_INFINITY &&
        behaviour.outreach.includes(m) &&
        state?.tasks.length
      )
        simulated.contact = day + behaviour.staff.outreachAfterDays;
      if (simulated.decide === Number.POSITIVE_INFINITY && state?.discharge?.automatic === false) {
        simulated.decide = day + behaviour.staff.dischargeAfterDays;
        simulated.decideOf = m;
      }
    }
  }
  simulated.journal = fold.journal.length;
}

/** Takes up the plan of the stage that a fold has come to; what staff of the one before meant to do is left. True where it is another one. */
function enterStage(simulated: SimulatedPatient, fold: Fold): boolean {
  const { stage } = fold.snapshot.context;
  if (stage === simulated.stage) return false;
  const { behaviour, table } = simulated.stages[stage]!;
  const never = Number.POSITIVE_INFINITY;
  Object.assign(simulated, { stage, behaviour, table, plan: stagePlan(simulated.course, { stage }) });
  Object.assign(simulated, { contact: never, decide: never, decideOf: -1, advance: never, move: null });
  simulated.signOffs = behaviour.signOffs.map(() => never);
  simulated.makeUps = new Map();
  return true;
}

/** No leave is meant. */
export const NO_LEAVE = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Notes that the patient's stay has ended, where it has. */
export function noteEnd(simulated: SimulatedPatient): void {
  const { ended } = simulated.fold.snapshot.context;
  if (ended === null) return;
  const end = ended.graduated ? 'graduated' : ended.reason;
  simulated.end = end;
  simulated.endDay = ended.on - simulated.admittedOn;
}

/** A draw as a whole number below `count`, which is at most 2^16. */
export function scaled(word: number, count: number): number {
  return Math.floor(((word >>> 16) * count) / 65536);
}

/** The context at the beginning of a day with what has been told; kept as long as nothing else is told. */
function contextOn(simulated: SimulatedPatient, day: number): EpisodeContext {
  const { seen, fold, course, admittedOn } = simulated;
  if (seen?.fold === fold && seen.day === day) return seen.context;
  const { context } = foldAsOf(course, fold, admittedOn + day).snapshot;
  simulated.seen = { fold, day, context };
  return context;
}

/** Where a simulated patient stands on a day, as models see it. */
export function standingOf(simulated: SimulatedPatient, day: number): Standing {
  const { plan, behaviour, admittedOn, type, using, clean } = simulated;
  const context = contextOn(simulated, day);
  const absentRun = (context.counters[plan.common.absentRun] as number | null) ?? 0;
  return {
    ...{ behaviour, plan, context, absentRun, type, day, using, clean },
    ...{ weekday: weekdayIndex(admittedOn), date: admittedOn + day },
  };
}
