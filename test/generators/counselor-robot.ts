import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import type { Command } from '../../src/engine/command.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Status } from '../../src/engine/status.ts';
import type { TrackStatus } from '../../src/engine/track-status.ts';
import type { Explanation } from '../../src/program/explanation.ts';

/** What a robot that reads the page needs: the engine, and the calendar that the clinic goes by. */
export type RobotClinic = { readonly engine: Engine; on(day: string): unknown };
/** How the patient scores: at first, and from a while later on. The robot does not know what a program makes of it. */
export type Patient = Readonly<Record<string, readonly [number, number]>>;

type Act = { readonly type: Command['type']; readonly [field: string]: unknown };

/** Scores of somebody who is ill when he comes, and well again later. */
export const RECOVERING: Patient = {
  'phq-9': [18, 4],
  'gad-7': [15, 3],
  'ede-q': [4, 1.5],
  bmi: [20, 21],
  'pcl-5': [45, 12],
  madrs: [30, 8],
};
const WELL_AFTER = 14;
const PATIENCE = 1000;

/**
 * Carries a patient who does what is asked from his admission to the end of the episode, as a counselor would who has nothing but
 * the status: he holds the meetings that it announces, gives what its gate says is missing, does the work that is due, and decides
 * what it allows. Gives back the commands, each with its day. It never looks at a curriculum or a plan.
 */
export async function robotCarries(
  clinic: RobotClinic,
  episode: string,
  from: string,
  patient: Patient = RECOVERING,
): Promise<Command[]> {
  const log: Command[] = [];
  const start = toDayNumber(from);
  let day = start;
  for (let visit = 0; visit < PATIENCE; visit += 1) {
    const on = fromDayNumber(day);
    clinic.on(on);
    const carried = new Set<string>();
    let status = await clinic.engine.status(episode);
    for (let round = 0; round < 30 && status.ended === null; round += 1) {
      const acts = nextActs(status, patient, day - start).filter((act) => !carried.has(JSON.stringify(act)));
      if (acts.length === 0) break;
      const commands = acts.map((act) => ({ episode, on, ...act }) as unknown as Command);
      const outcomes = await clinic.engine.execute(commands);
      for (const [i, outcome] of outcomes.entries())
        if (!outcome.accepted)
          throw new Error(`${on}: ${JSON.stringify(acts[i])} was refused: ${outcome.refusal.message}`);
      for (const act of acts) carried.add(JSON.stringify(act));
      log.push(...commands);
      status = await clinic.engine.status(episode);
    }
    if (status.ended !== null) return log;
    day = nextDay(status, day);
  }
  const { phase, gate } = await clinic.engine.status(episode);
  throw new Error(`${fromDayNumber(day)}: still in ${phase?.id}, because ${gate?.explanation.missing}`);
}

/** What to do now: decide what is allowed, else the meetings of today, else what the gate and the list of work ask for. */
function nextActs(status: Status, patient: Patient, sinceStart: number): Act[] {
  const advance = status.allowed.find(({ type }) => type === 'Advance');
  const todayLeft = meetings(status);
  if (todayLeft.length > 0) return todayLeft;
  const asked = [
    ...leaves(status.gate?.explanation).flatMap((leaf) => answer(status, leaf, patient, sinceStart)),
    ...work(status),
  ];
  const unique = [...new Map(asked.map((act) => [JSON.stringify(act), act])).values()];
  if (advance?.to === undefined || advance.to.length === 0) return unique;
  const to = advance.to.find((phase) => phase === 'completed') ?? advance.to[0]!;
  return [{ type: 'Advance', to, role: status.gate?.roles[0] }];
}

/** The next meeting of each track today, or the elective in its place that the gate wants. */
function meetings(status: Status): Act[] {
  const today = status.tracks.filter(({ next }) => next?.date === status.asOf);
  return today
    .sort((a, b) => (a.next!.start < b.next!.start ? -1 : 1))
    .map((host) => {
      const elective = status.tracks.find(
        (track) =>
          track.heldAt === host.id && track.open && track.remaining.length > 0 && asksFor(status, track.id),
      );
      return attend(elective ?? host, host.next!.start, elective ? null : host.next!.session);
    });
}

function attend(track: TrackStatus, at: string | null, session: number | null): Act {
  const chosen = session ?? track.remaining[0]?.session;
  return {
    type: 'RecordAttendance',
    track: track.id,
    ...(chosen === undefined ? {} : { session: chosen }),
    ...(at === null ? {} : { at }),
    status: 'attended',
  };
}

/** The leaves of an explanation that do not hold but should. Below a `not` something holds that should not: that takes time. */
function leaves(explanation: Explanation | undefined): Explanation[] {
  if (explanation === undefined || explanation.truth === 'satisfied') return [];
  if (explanation.type === 'not') return [];
  return explanation.of === undefined ? [explanation] : explanation.of.flatMap(leaves);
}

function asksFor(status: Status, track: string): boolean {
  return leaves(status.gate?.explanation).some(({ criterion }) => {
    if (criterion === undefined) return false;
    if ('track' in criterion && criterion.track !== undefined) return criterion.track === track;
    return 'tracks' in criterion && (criterion.tracks ?? []).includes(track);
  });
}

/** What a counselor and the patient can do today for a criterion that is missing; what only time brings has no answer. */
function answer(status: Status, leaf: Explanation, patient: Patient, sinceStart: number): Act[] {
  const { criterion } = leaf;
  switch (criterion?.type) {
    case 'signed-off': {
      const { role, subject } = criterion;
      return [{ type: 'SignOff', role, ...(subject === undefined ? {} : { subject }) }];
    }
    case 'score':
    case 'score-change':
      return assess(criterion.instrument, patient, sinceStart);
    case 'homework':
      return [{ type: 'RecordHomework' }];
    case 'mutual-help':
    case 'mutual-help-weekly':
      return [{ type: 'RecordMutualHelp' }];
    case 'holds':
      return [{ type: 'GrantPrivilege', privilege: criterion.privilege }];
    case 'sessions':
    case 'meetings':
    case 'minutes':
    case 'track-completed':
      return status.tracks
        .filter(
          (track) =>
            track.byArrangement && track.open && track.remaining.length > 0 && asksFor(status, track.id),
        )
        .map((track) => attend(track, null, null));
    default:
      return [];
  }
}

function assess(instrument: string, patient: Patient, sinceStart: number): Act[] {
  const scores = patient[instrument];
  if (scores === undefined) throw new Error(`the patient has no scores of ${instrument}`);
  const [ill, well] = scores;
  return [{ type: 'RecordAssessment', instrument, score: sinceStart < WELL_AFTER ? ill : well }];
}

/** The work of the list that is due by today: tests and tasks. */
function work(status: Status): Act[] {
  return status.due
    .filter(({ work: forPerson, dueOn }) => forPerson && dueOn <= status.asOf)
    .flatMap(({ kind, item }): Act[] => {
      if (kind === 'drug-test') return [{ type: 'RecordDrugTest', result: 'negative' }];
      if (kind === 'task' && item.startsWith('task/'))
        return [{ type: 'CompleteTask', task: item.slice('task/'.length) }];
      return [];
    });
}

/** The next day on which the status announces something, or on which the gate wants something that a day brings. */
function nextDay(status: Status, day: number): number {
  const daily = leaves(status.gate?.explanation).some(
    ({ criterion }) =>
      criterion !== undefined &&
      ['homework', 'mutual-help', 'mutual-help-weekly', 'score', 'score-change'].includes(criterion.type),
  );
  const arranged = status.tracks.some(
    (track) => track.byArrangement && track.open && asksFor(status, track.id),
  );
  if (daily || arranged) return day + 1;
  const dates = [
    ...status.tracks.map(({ next }) => next?.date ?? null),
    ...status.due.map(({ dueOn }) => dueOn),
    ...leaves(status.gate?.explanation).map(({ earliest }) => earliest),
  ].flatMap((date) => (date !== null && toDayNumber(date) > day ? [toDayNumber(date)] : []));
  return Math.min(day + 28, ...dates);
}
