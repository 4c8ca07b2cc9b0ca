import { toDayNumber } from '../../curriculum/calendar-date.ts';
import type { Course } from '../../program/course.ts';
import type { Fold } from '../../program/fold.ts';
import type { StandingFact } from '../../program/order-facts.ts';
import type { PastMeeting } from '../../program/past-meeting.ts';
import type { ObservedPatient } from './observed-patient.ts';

/** An episode to observe: what the record tells of it as of the last day that is looked at. */
export type Observation = {
  readonly course: Course;
  readonly fold: Fold;
  readonly facts: readonly StandingFact['fact'][];
  /** Day numbers of the first admission, and of the last day. */
  readonly admittedOn: number;
  readonly lastDay: number;
  /** Names of all phases, as `phaseNames` gives them. */
  readonly phases: readonly string[];
};

/** The names of all phases of a course: the ids, with the stage before them where there are several. */
export function phaseNames({ stages }: Course): string[] {
  return stages.flatMap(({ id, plan }) =>
    plan.phases.map((phase) => (stages.length > 1 ? `${id}/${phase.id}` : phase.id)),
  );
}

/** Reads from a real episode what is known of simulated patients. Pure. */
export function observeEpisode(observation: Observation): ObservedPatient {
  const { fold, facts, admittedOn, lastDay } = observation;
  const { context } = fold.snapshot;
  const { ended } = context;
  const endDay = Math.max(0, (ended?.on ?? lastDay) - admittedOn);
  const within = facts.flatMap((fact) => {
    const day = toDayNumber(fact.on) - admittedOn;
    return day >= 0 && day <= endDay ? [{ fact, day }] : [];
  });
  const tests = (result: string) =>
    within.flatMap(({ fact, day }) =>
      fact.type === 'DrugTestRecorded' && fact.result === result ? [day] : [],
    );
  const meetings = meetingsOf(observation).filter(
    ({ day, outcome }) => outcome !== 'unrecorded' && day >= admittedOn && day <= admittedOn + endDay,
  );
  const came = (...outcomes: readonly string[]) =>
    meetings.filter(({ outcome }) => outcomes.includes(outcome)).map(({ day }) => day - admittedOn);
  const attended = came('attended', 'partial');
  const [negative, positive, missed] = [tests('negative'), tests('positive'), tests('missed')];
  const used = within.flatMap(({ fact, day }) => (fact.type === 'UseReported' ? [day] : []));
  const referred = facts.find(({ type }) => type === 'Referred');
  const weeks = Math.ceil((endDay + 1) / 7);
  const byWeek = (days: readonly number[]) =>
    days.reduce((counts, day) => {
      counts[Math.floor(day / 7)]! += 1;
      return counts;
    }, new Array<number>(weeks).fill(0));
  return {
    end: ended === null ? 'in-treatment' : ended.graduated ? 'graduated' : ended.reason,
    endDay,
    route: routeOf(observation, endDay),
    returnedAfter: returnedAfter(observation, endDay),
    stage: context.stage,
    daysAtStage: daysAtStage(observation, endDay),
    amounts: {
      waited: referred === undefined ? 0 : Math.max(0, admittedOn - toDayNumber(referred.on)),
      ...{ offered: meetings.length, attended: attended.length },
      ...{ absent: came('absent').length, excused: came('excused').length },
      minutes: meetings.reduce((sum, { minutes }) => sum + minutes, 0),
      ...{ negative: negative.length, positive: positive.length, missedTests: missed.length },
      longestAbstinence: longestGap([...positive, ...used], endDay),
      earned: (context.incentives ?? []).reduce((sum, { earned, won }) => sum + (won > 0 ? won : earned), 0),
    },
    weeks: {
      ...{ offered: byWeek(meetings.map(({ day }) => day - admittedOn)), attended: byWeek(attended) },
      ...{ negative: byWeek(negative), positive: byWeek(positive), missedTests: byWeek(missed) },
    },
  };
}

const CAME: readonly string[] = ['attended', 'partial'];

/** All meetings of all stages; one that was attended without stated minutes lasted as long as its track meets. */
function meetingsOf({ course, fold }: Observation) {
  const stages: readonly { readonly stage: number; readonly meetings: readonly PastMeeting[] }[] = [
    ...fold.earlier,
    { stage: fold.snapshot.context.stage, meetings: fold.meetings },
  ];
  return stages.flatMap(({ stage, meetings }) =>
    meetings.map(({ day, track, outcome, minutes }) => ({
      ...{ day, outcome },
      minutes: CAME.includes(outcome)
        ? (minutes ?? course.stages[stage]?.plan.tracks[track]?.minutes ?? 0)
        : 0,
    })),
  );
}

function routeOf({ course, fold, admittedOn, phases }: Observation, endDay: number) {
  const route: { phase: number; day: number }[] = [];
  let stage = course.stages[0];
  for (const entry of fold.journal) {
    if (entry.kind === 'level') stage = course.stages.find(({ id }) => id === entry.to) ?? stage;
    if (entry.kind !== 'phase' || entry.to === null) continue;
    const phase = phases.indexOf(course.stages.length > 1 ? `${stage?.id}/${entry.to}` : entry.to);
    const day = entry.day - admittedOn;
    if (phase >= 0 && day >= 0 && day <= endDay && route.at(-1)?.phase !== phase) route.push({ phase, day });
  }
  const { phase, stage: last, ended } = fold.snapshot.context;
  const before = course.stages.slice(0, last).reduce((sum, { plan }) => sum + plan.phases.length, 0);
  // The phase that ends a program is entered with the end, which is all that the journal tells of it.
  if (ended !== null && route.at(-1)?.phase !== before + phase)
    route.push({ phase: before + phase, day: endDay });
  return route;
}

/** The days between the first discharge and the first return; null where nobody came back. */
function returnedAfter({ fold, admittedOn }: Observation, endDay: number): number | null {
  const turns = fold.journal.filter(({ kind }) => kind === 'lifecycle');
  const back = turns.findIndex(({ from, to }) => from === 'discharged' && to === 'active');
  const [ended, returned] = [turns[back - 1], turns[back]];
  if (ended === undefined || returned === undefined || returned.day - admittedOn > endDay) return null;
  return returned.day - ended.day;
}

function daysAtStage({ course, fold, admittedOn }: Observation, endDay: number): number[] {
  const { stages } = fold.snapshot.context;
  return course.stages.map((_, stage) =>
    stages.reduce((sum, one, i) => {
      const until = stages[i + 1]?.from ?? admittedOn + endDay;
      return one.stage === stage ? sum + Math.max(0, until - one.from) : sum;
    }, 0),
  );
}

/** The longest stretch of days in which no use was found or told. */
function longestGap(used: readonly number[], endDay: number): number {
  const marks = [...used].sort((a, b) => a - b);
  const edges = [-1, ...marks, endDay];
  return edges
    .slice(1)
    .reduce((longest, day, i) => Math.max(longest, day - edges[i]! - (i < marks.length ? 1 : 0)), 0);
}
