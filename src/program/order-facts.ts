import { toDayNumber } from '../curriculum/calendar-date.ts';
import { weekdayIndex } from '../curriculum/weekday.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Course, courseOf } from './course.ts';
import type { Fact, FactType } from './episode-event.ts';
import type { PhasePlaced } from './phase-placed.ts';
import type { Plan } from './plan.ts';
import type { StagePlaced } from './stage-placed.ts';

/** A fact of the log as it stands after all corrections, with the number it has in the episode. */
export type RecordedFact = { readonly version: number; readonly fact: Fact };

/**
 * A fact that an episode is told, with the number it has in the episode; or, after a migration, the place that the
 * version before had given to the patient (the number is 0 where no fact had).
 */
export type StandingFact = { readonly version: number; readonly fact: Fact | PhasePlaced | StagePlaced };

const DECISION: Partial<Record<FactType | 'PhasePlaced' | 'StagePlaced', number>> = {
  Referred: 0,
  InterimServiceGiven: 0.5,
  Waitlisted: 0.5,
  PlaceOffered: 0.5,
  OfferAccepted: 0.5,
  OfferDeclined: 0.5,
  RemovedFromWaitlist: 0.5,
  Admitted: 1,
  Readmitted: 1,
  ClinicClosed: 1.5,
  LeaveEnded: 2,
  GateOverridden: 4,
  PrivilegeWithdrawn: 5,
  PrivilegeGranted: 5,
  TakeHomeGiven: 5.2,
  RewardGiven: 6.5,
  PhasePlaced: 4.5,
  PhaseAdvanced: 5,
  ReturnedToPhase: 5,
  SteppedDown: 5.5,
  SteppedUp: 5.5,
  Transferred: 5.5,
  StagePlaced: 5.5,
  LeaveStarted: 6,
  Discharged: 7,
  TaskCompleted: 8,
};
const OBSERVATION = 3;
/** What happened on a waitlist within one day is told in the order of recording, whatever times were given. */
const ON_THE_WAITLIST = 0.5;
/** What belongs to the stage that the patient moved to on that day comes after the move, in the same order. */
const AFTER_A_MOVE = 5.5;

/**
 * Compares two facts by when they happened: by day; within a day first admission and return from leave, then what was
 * observed by time of day, then decisions, a move to another level of care with the meetings there, then leave and discharge, and last the work that was done. The order in which they were recorded decides only
 * between decisions of one day, so that a fact entered late ends up where it would have been.
 */
export function compareFacts(of: Plan | Course, a: StandingFact, b: StandingFact): number {
  if (a.fact.on !== b.fact.on) return a.fact.on < b.fact.on ? -1 : 1;
  const rank = rankOf(a.fact) - rankOf(b.fact);
  if (rank !== 0) return rank;
  if (rankOf(a.fact) === OBSERVATION || rankOf(a.fact) === AFTER_A_MOVE + OBSERVATION / 100) {
    const order =
      compareText(timeOf(of, a.fact), timeOf(of, b.fact)) ||
      compareText(a.fact.type, b.fact.type) ||
      compareText(contentOf(a.fact), contentOf(b.fact));
    if (order !== 0) return order;
  } else if (rankOf(a.fact) !== ON_THE_WAITLIST) {
    if (a.fact.type === 'PhasePlaced' && b.fact.type === 'PhasePlaced') return a.fact.turn - b.fact.turn;
    const order = compareText(a.fact.at ?? '', b.fact.at ?? '');
    if (order !== 0) return order;
  }
  return a.version - b.version;
}

const AT_ADMISSION = 1.5;

function rankOf(fact: StandingFact['fact']): number {
  if (fact.type === 'PhasePlaced' && fact.forStage === undefined && fact.turn === 0) return AT_ADMISSION;
  const rank = DECISION[fact.type] ?? OBSERVATION;
  const after = 'forStage' in fact && fact.forStage !== undefined && rank >= OBSERVATION && rank <= 5;
  return after ? AFTER_A_MOVE + rank / 100 : rank;
}

/** The stated time, or the time at which the track meets on that weekday. */
function timeOf(of: Plan | Course, fact: StandingFact['fact']): string {
  if (fact.at !== undefined) return fact.at;
  if (fact.type !== 'AttendanceRecorded') return '';
  const { stages } = courseOf(of);
  const own = stages.find(({ plan }) => plan.tracks.some((t) => t.id === fact.track));
  const track = own?.plan.tracks.find((t) => t.id === fact.track);
  const weekday = weekdayIndex(toDayNumber(fact.on));
  return (track?.slots.find((slot) => slot.weekday === weekday) ?? track?.slots[0])?.start ?? '';
}

/** The contents of facts that had to be compared by them: a fact never changes, and a day may hold many that are alike. */
const contents = new WeakMap<StandingFact['fact'], string>();

function contentOf(fact: StandingFact['fact']): string {
  const known = contents.get(fact);
  if (known !== undefined) return known;
  const { by: _by, reason: _reason, ...content } = fact;
  const text = canonicalJson(content);
  contents.set(fact, text);
  return text;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
