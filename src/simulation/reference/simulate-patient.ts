import { type Course, courseOf } from '../../program/course.ts';
import { emptyFold, foldAsOf } from '../../program/fold.ts';
import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../behaviour.ts';
import { compileBehaviour } from '../compile-behaviour.ts';
import { eventTable } from '../event-table.ts';
import { FIRST_MONDAY } from '../first-monday.ts';
import { purposeOf } from '../purpose.ts';
import { threefry2x32 } from '../threefry.ts';
import { comeBack } from './come-back.ts';
import { liveDay } from './live-day.ts';
import {
  type Draw,
  NO_LEAVE,
  noteEnd,
  type SimulatedPatient,
  type SimulatedStage,
  scaled,
  takeJournal,
  tell,
} from './simulated-patient.ts';

/** What came of one patient who was driven through the machine. */
export type PatientRun = Pick<
  SimulatedPatient,
  'facts' | 'fold' | 'events' | 'end' | 'endDay' | 'levels' | 'longest'
> & {
  readonly admittedOn: number;
};

/**
 * Simulates one patient through the machine itself: the facts are told to the fold one by one, gates are asked of the plan, and
 * the draws are those of the kernel. Slow, and the meaning that kernels are compared with. Pure.
 *
 * The facts are an episode: told to an engine in their order, they come to the same state.
 */
export function simulatePatient(of: Plan | Course, behaviour: Behaviour, run: PatientOfRun): PatientRun {
  return createPatientSimulator(of, behaviour)(run);
}

/** Which patient is simulated, and for how long. */
export type PatientOfRun = { readonly seed: number; readonly patient: number; readonly horizonDays: number };

/** Makes `simulatePatient` ready for many patients of one program: a curriculum, or a pathway with its stages. */
export function createPatientSimulator(
  of: Plan | Course,
  behaviour: Behaviour,
): (run: PatientOfRun) => PatientRun {
  const course = courseOf(of);
  const stages = course.stages.map(({ plan }) => {
    const compiled = compileBehaviour(plan, behaviour);
    return { behaviour: compiled, table: eventTable(plan, compiled) };
  });
  return (run) => simulate(course, stages, run);
}

function simulate(
  course: Course,
  stages: readonly SimulatedStage[],
  { seed, patient, horizonDays }: PatientOfRun,
): PatientRun {
  const words = new Int32Array(2);
  const draw = (counter: number, purpose: number): Draw => {
    threefry2x32(seed, patient, counter, purpose, words);
    return { x: words[0] as number, y: words[1] as number };
  };
  const simulated = admit(course, stages, draw);
  for (let day = 0; day < horizonDays; day += 1) {
    if (simulated.end === 'in-treatment') liveDay(simulated, day);
    else if (!comeBack(simulated, day)) break;
  }
  if (simulated.end === 'in-treatment') {
    const fold = foldAsOf(course, simulated.fold, simulated.admittedOn + horizonDays);
    takeJournal(simulated, fold);
    simulated.fold = fold;
    noteEnd(simulated);
    if (simulated.end === 'in-treatment') simulated.endDay = horizonDays;
  }
  return simulated;
}

function admit(
  course: Course,
  stages: readonly SimulatedStage[],
  draw: SimulatedPatient['draw'],
): SimulatedPatient {
  const { plan } = course.stages[0]!;
  const { behaviour, table } = stages[0]!;
  const { x } = draw(0, purposeOf('admission'));
  const weekday = behaviour.admissionWeekdays[scaled(x, behaviour.admissionWeekdays.length)] ?? 0;
  const simulated: SimulatedPatient = {
    ...{ course, stages, stage: 0, plan, behaviour, table },
    draw,
    admittedOn: FIRST_MONDAY + weekday,
    type: 0,
    levels: [],
    fold: emptyFold(course),
    seen: null,
    facts: [],
    events: [],
    journal: 0,
    using: 0,
    clean: 0,
    cleanDays: 0,
    longest: 0,
    gone: false,
    left: null,
    leaves: 0,
    report: false,
    contact: Number.POSITIVE_INFINITY,
    decide: Number.POSITIVE_INFINITY,
    decideOf: -1,
    advance: Number.POSITIVE_INFINITY,
    signOffs: behaviour.signOffs.map(() => Number.POSITIVE_INFINITY),
    ...{ makeUps: new Map(), leave: NO_LEAVE, move: null },
    end: 'in-treatment',
    endDay: 0,
  };
  drawTraits(simulated);
  const { id, version } = course;
  tell(simulated, 0, simulated.table.admitted, {
    type: 'Admitted',
    patient: 'simulated',
    curriculum: id,
    version,
  });
  return simulated;
}

/** The traits of a patient: those of a row of the baseline, or each drawn by itself. */
function drawTraits(simulated: SimulatedPatient): void {
  const { draw, behaviour } = simulated;
  const { baseline } = behaviour;
  const row = baseline === null ? null : baseline[scaled(draw(0, purposeOf('baseline')).x, baseline.length)]!;
  let stride = 1;
  for (const { upTo, levels, purpose } of behaviour.traits) {
    const bits = draw(0, purpose).x >>> 2;
    const drawn = upTo.findIndex((limit, i) => i === upTo.length - 1 || bits < limit);
    const level = row === null ? drawn : Math.floor(row / stride) % levels.length;
    simulated.levels.push(level);
    simulated.type += level * stride;
    stride *= levels.length;
  }
}
