import { attendanceSignal, meetingSignal } from '../program/counters-of.ts';
import type { Plan, PlanTrack } from '../program/plan.ts';
import { attendanceOutcome } from '../program/signals-of.ts';
import type { CompiledBehaviour } from './compile-behaviour.ts';
import { signalsOfEvent } from './event-signals.ts';

/** One kind of event of a simulated patient, by its code (its index in the table). */
export type SimulatedEvent = {
  /** For people and for output: `attended/relapse-prevention`, `phase/early-recovery`, `monitor/attendance/outreach`. */
  readonly name: string;
  /** The signals that it sends to the counters of the plan. */
  readonly signals: readonly string[];
  /** Minutes of a meeting that was attended. */
  readonly minutes?: number;
};

/** The kinds of event that patients of a plan may have, with the codes that kernel, reference and output share. */
export type EventTable = {
  readonly events: readonly SimulatedEvent[];
  readonly time: number;
  readonly admitted: number;
  /** First code of tracks; each track has five: attended, absent, excused, unrecorded and homework. */
  readonly tracks: number;
  /** First codes of what else becomes of meetings, one for each track; -1 where the behaviour has none of it. */
  readonly late: number;
  readonly leftEarly: number;
  readonly madeUp: number;
  /** Codes of the beginning and the end of a leave; -1 where the behaviour has none. */
  readonly leave: number;
  /** Code of coming back after a discharge; -1 where the behaviour has none. */
  readonly readmitted: number;
  readonly tests: number;
  readonly used: number;
  readonly contact: number;
  readonly mutualHelp: number;
  readonly assessments: number;
  readonly signOffs: number;
  readonly advanced: number;
  readonly phases: number;
  readonly monitors: readonly number[];
  /** Of a stage of a pathway: that it was entered by a move. */
  readonly entered: number;
  /** First code of the credit of tracks, two each: that it came, and that it expired. Never told. */
  readonly credits: number;
};

/** Codes for each track, from `EventTable.tracks` on. */
export const CODES_PER_TRACK = 5;
/** Place of a code among those of a track. */
export const TRACK_CODE = { attended: 0, absent: 1, excused: 2, unrecorded: 3, homework: 4 } as const;
/** Place of a code among those of tests. */
export const TEST_CODE = { negative: 0, positive: 1, missed: 2 } as const;

/** Kinds of event in which a meeting was attended, at least in part. */
const CAME: readonly string[] = ['attended', 'late', 'left-early', 'made-up'];

/** The whole minutes of a meeting of a track for which one stays who leaves early. */
export function minutesUntilLeft(
  { minutes }: Pick<PlanTrack, 'minutes'>,
  { stays }: Pick<CompiledBehaviour, 'stays'>,
): number {
  return Math.floor(minutes * stays);
}

/** Makes the table of a plan with a behaviour. Pure. */
export function eventTable(plan: Plan, behaviour: CompiledBehaviour): EventTable {
  const events: SimulatedEvent[] = [];
  const add = (name: string): number => {
    const [kind, id] = name.split('/');
    const track = CAME.includes(kind ?? '') ? plan.tracks.find((one) => one.id === id) : undefined;
    if (!track) return events.push({ name, signals: signalsOfEvent(name) }) - 1;
    if (kind !== 'left-early')
      return events.push({ name, signals: signalsOfEvent(name), minutes: track.minutes }) - 1;
    const minutes = minutesUntilLeft(track, behaviour);
    const outcome = attendanceOutcome(plan, { track: track.id, status: 'left-early', minutes });
    const signals = [attendanceSignal(outcome, track.id), meetingSignal(track.id)];
    return events.push({ name, signals, minutes }) - 1;
  };
  const addAll = (names: readonly string[]): number => {
    const first = events.length;
    names.forEach(add);
    return first;
  };
  const time = add('time');
  const admitted = add('admission');
  const tracks = addAll(
    plan.tracks.flatMap(({ id }) => Object.keys(TRACK_CODE).map((outcome) => `${outcome}/${id}`)),
  );
  const ofTracks = (kind: string, model: string): number =>
    behaviour.models[model] === undefined ? -1 : addAll(plan.tracks.map(({ id }) => `${kind}/${id}`));
  const late = ofTracks('late', 'late');
  const leftEarly = ofTracks('left-early', 'leavesEarly');
  const madeUp = ofTracks('made-up', 'makeUp');
  const leave = behaviour.leaveDays === null ? -1 : addAll(['leave/begun', 'leave/ended']);
  const readmitted = behaviour.readmission === null ? -1 : add('readmission');
  const tests = addAll(Object.keys(TEST_CODE).map((result) => `test/${result}`));
  const used = add('use');
  const contact = addAll(['contact/no', 'contact/reached']);
  const mutualHelp = add('mutual-help');
  const assessments = addAll(behaviour.assessments.map(({ instrument }) => `score/${instrument}`));
  const signOffs = addAll(
    behaviour.signOffs.map(({ role, subject }) => `sign-off/${role}${subject === null ? '' : `/${subject}`}`),
  );
  const advanced = addAll(plan.phases.map(({ id }) => `advanced/${id}`));
  const phases = addAll(plan.phases.map(({ id }) => `phase/${id}`));
  const monitors = plan.monitors.map((monitor) =>
    addAll(monitor.states.map((state) => `monitor/${monitor.id}/${state.id}`)),
  );
  const entered = addAll(plan.stage ? [`stage/${plan.stage.id}`] : []);
  const credits = addAll(
    plan.stage ? plan.tracks.flatMap(({ id }) => [`credit/${id}`, `credit-expired/${id}`]) : [],
  );
  return {
    events,
    time,
    admitted,
    tracks,
    ...{ late, leftEarly, madeUp, leave, readmitted },
    tests,
    used,
    contact,
    mutualHelp,
    assessments,
    signOffs,
    advanced,
    phases,
    monitors,
    entered,
    credits,
  };
}
