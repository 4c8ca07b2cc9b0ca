import { toDayNumber } from '../../curriculum/calendar-date.ts';
import type { EpisodeContext } from '../../program/episode-context.ts';
import { currentSessions, expectedMeetings } from '../../program/expected-meetings.ts';
import type { PlanTrack } from '../../program/plan.ts';
import { readState } from '../../program/read-state.ts';
import { attendanceOutcome } from '../../program/signals-of.ts';
import type { ReadyOf } from '../command.ts';
import { MOVES } from './day-of-a-move.ts';
import { accept, type Decide, type Decision, eventOf, refuse, type Standing } from './decision.ts';

type Attend = ReadyOf<'RecordAttendance'>;

/**
 * Decides on the record of one meeting. Without a session number it is the one that the patient's calendar has on that day.
 * A make-up is for a session of the track that was missed, on whatever day it was held.
 */
export const decideAttendance: Decide = (command, standing) => {
  const attend = command as Attend;
  const { episode, fold } = standing;
  const { plan } = episode;
  const index = plan.tracks.findIndex((track) => track.id === attend.track);
  const track = plan.tracks[index];
  if (!track) {
    return refuse(
      'unknown-track',
      `${plan.curriculum.title} has no track ${attend.track}; it has ${plan.tracks.map((t) => t.id).join(', ')}`,
    );
  }
  const state = readState(plan, fold.snapshot.value);
  if (state.lifecycle === 'on-leave')
    return refuse('on-leave', `the patient is on leave on ${attend.on}; end the leave first`);
  if (attend.session !== undefined && !track.sessions.some((s) => s.number === attend.session)) {
    return refuse(
      'unknown-session',
      `${track.title} has sessions ${track.sessions[0]?.number} to ${track.sessions.at(-1)?.number}; ${attend.session} is none of them`,
    );
  }
  const open = track.during.includes(fold.snapshot.context.phase);
  if (!open && !attend.makeUp && !openedToday(standing, track)) {
    const phase = plan.phases[fold.snapshot.context.phase]?.title ?? 'the present phase';
    return refuse(
      'track-not-open',
      `${track.title} is not open in ${phase}; a missed session can be recorded as a make-up`,
    );
  }
  return attend.makeUp
    ? decideMakeUp(attend, standing, track)
    : decideMeeting(attend, standing, track, index);
};

/** Whether the track was open when the day began, in a phase left on that day. */
function openedToday({ fold }: Standing, track: PlanTrack): boolean {
  const { stays, today } = fold.snapshot.context;
  const last = stays.at(-1);
  const before = stays.at(-2);
  return (
    last !== undefined && before !== undefined && last.from === today && track.during.includes(before.phase)
  );
}

function decideMeeting(attend: Attend, standing: Standing, track: PlanTrack, index: number): Decision {
  const { episode, fold } = standing;
  const day = toDayNumber(attend.on);
  const slots = expectedMeetings(episode.plan, asOfMorning(fold.snapshot.context), day).filter(
    (m) => m.track === index,
  );
  const recorded = fold.meetings.filter(
    (m) => m.day === day && m.track === index && !m.makeUp && m.fact !== 0,
  );
  const planned = slots[recorded.length] ?? slots[0];
  const session = attend.session ?? planned?.session ?? null;
  const twin = recorded.find(
    (m) => attend.session === undefined || m.session === attend.session || track.order === 'rolling',
  );
  if (twin && recorded.length >= Math.max(1, slots.length)) {
    return refuse(
      'already-recorded',
      `${track.title} on ${attend.on} is recorded already (event ${twin.fact}); amend or void that one`,
      { fact: twin.fact },
    );
  }
  if (twin && attend.session !== undefined && twin.session === attend.session) {
    return refuse(
      'already-recorded',
      `session ${attend.session} of ${track.title} on ${attend.on} is recorded already (event ${twin.fact}); amend or void that one`,
      { fact: twin.fact },
    );
  }
  if (session === null) {
    return planned || track.slots.length === 0
      ? refuse('session-needed', `say which session of ${track.title} was held`)
      : refuse(
          'no-meeting',
          `${track.title} does not meet for this patient on ${attend.on}; name the session if it was held all the same`,
        );
  }
  // A group that goes on after its last topic, or a therapy after its last session, takes one of them again.
  const done = currentSessions(asOfMorning(fold.snapshot.context), track);
  const repeats = track.order === 'rolling' || track.sessions.every(({ number }) => done.includes(number));
  return (
    (repeats && slots.length > 0 ? null : heldAlready(attend, standing, track, session)) ??
    withMinutes(attend, session)
  );
}

/**
 * Refuses what would count one session twice. A track whose weeks count from the phase begins anew with a return to it,
 * so that only what lies on the same side of the return counts; the same goes for each level of care.
 */
function heldAlready(
  attend: Attend,
  { episode }: Standing,
  track: PlanTrack,
  session: number,
): Decision | null {
  if (attend.status === 'absent' || attend.status === 'excused') return null;
  const begins = episode.facts.filter(
    ({ fact }) => track.weeksCountFrom === 'phase' && fact.type === 'ReturnedToPhase',
  );
  const held = episode.facts.find(
    ({ fact }) =>
      fact.type === 'AttendanceRecorded' &&
      fact.track === track.id &&
      fact.session === session &&
      attendanceOutcome(episode.plan, fact) === 'attended' &&
      stageNumber(episode, fact) === stageNumber(episode, attend) &&
      !begins.some((b) => b.fact.on >= earlier(fact.on, attend.on) && b.fact.on <= later(fact.on, attend.on)),
  );
  if (!held) return null;
  return refuse(
    'already-recorded',
    `session ${session} of ${track.title} was held for the patient on ${held.fact.on} (event ${held.version}); amend or void that one if it was another`,
    { fact: held.version },
  );
}

/** How many moves between levels of care lie before something that was, or is to be, recorded. */
function stageNumber(
  { facts }: Standing['episode'],
  { on, forStage }: { readonly on: string; readonly forStage?: string | undefined },
): number {
  return facts.filter(
    ({ fact }) =>
      MOVES.includes(fact.type) &&
      (fact.on < on || (fact.on === on && 'stage' in fact && fact.stage === forStage)),
  ).length;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}

/** The context as if nothing had been recorded today, to see what the day's calendar was. */
function asOfMorning(context: EpisodeContext): EpisodeContext {
  return { ...context, counters: context.morning };
}

function decideMakeUp(attend: Attend, standing: Standing, track: PlanTrack): Decision {
  const { episode, fold } = standing;
  const { context } = fold.snapshot;
  const done = context.counters[track.counters.sessions] as readonly number[];
  const index = episode.plan.tracks.indexOf(track);
  const missed = fold.meetings.filter(
    (m) =>
      m.track === index &&
      (m.outcome === 'absent' ||
        m.outcome === 'excused' ||
        m.outcome === 'unrecorded' ||
        m.outcome === 'partial'),
  );
  const session =
    attend.session ?? missed.find((m) => m.session !== null && !done.includes(m.session))?.session ?? null;
  if (session === null)
    return refuse('session-needed', `no missed session of ${track.title} is open; say which one was made up`);
  if (done.includes(session)) {
    const meeting = fold.meetings.find(
      (m) => m.track === index && m.session === session && m.outcome === 'attended',
    );
    return refuse(
      'already-recorded',
      `session ${session} of ${track.title} was attended already${meeting ? ` (event ${meeting.fact})` : ''}; there is nothing to make up`,
    );
  }
  const within = episode.plan.policies.makeUpWithinDays;
  const first = missed.find((m) => m.session === session);
  if (within !== null && first && toDayNumber(attend.on) - first.day > within) {
    return refuse(
      'make-up-too-late',
      `session ${session} was missed ${toDayNumber(attend.on) - first.day} days ago; the program allows a make-up within ${within} days`,
    );
  }
  return heldAlready(attend, standing, track, session) ?? withMinutes(attend, session);
}

function withMinutes(attend: Attend, session: number): Decision {
  const { track, status, minutes, makeUp } = attend;
  if (status === 'left-early' && minutes === undefined) {
    return refuse('minutes-needed', 'say how many minutes the patient was there');
  }
  return accept(eventOf('AttendanceRecorded', attend, { track, session, status, minutes, makeUp }));
}
