import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { EpisodeContext } from '../episode-context.ts';
import type { Fact } from '../episode-event.ts';
import { compareMeasured } from '../evaluate-criterion.ts';
import { currentSessions, expectedMeetings } from '../expected-meetings.ts';
import { measure } from '../measure.ts';
import { exitGate } from '../phase-gate.ts';
import type { Plan, PlanTrack } from '../plan.ts';
import { type GateLeaf, gateLeaves } from './gate-leaves.ts';
import { firstScore, gateInstruments, helpfulScore } from './helpful-scores.ts';
import { testsOnDay } from './test-days.ts';

/**
 * What a perfect patient does on a day beyond what he did already: every meeting of his calendar, every test, and once a
 * day whatever the gate in front of him still asks for. Electives take their host's meeting while the gate wants them.
 */
export function perfectDay(plan: Plan, context: EpisodeContext, day: number, done: readonly Fact[]): Fact[] {
  if (context.ended !== null) return [];
  const open = openLeaves(plan, context);
  const envelope = { on: fromDayNumber(day), by: 'perfect patient' };
  const facts: Fact[] = [];
  const met = attendedTracks(plan, done);
  for (const meeting of expectedMeetings(plan, context, day)) {
    if (takeOne(met, meeting.track)) continue;
    const elective = plan.tracks.find(
      (track) =>
        track.heldAt === meeting.track && hasMore(context, track) && isOpen(plan, context, track, open),
    );
    const track = elective ?? plan.tracks[meeting.track]!;
    const session = (elective ? null : meeting.session) ?? nextSession(context, track);
    facts.push({
      ...envelope,
      type: 'AttendanceRecorded',
      at: meeting.start,
      track: track.id,
      session,
      status: 'attended',
    });
  }
  for (const track of plan.tracks) {
    if (track.slots.length > 0 || track.heldAt !== null || !isOpen(plan, context, track, open)) continue;
    if (done.some((fact) => fact.type === 'AttendanceRecorded' && fact.track === track.id)) continue;
    const session = nextSession(context, track);
    facts.push({ ...envelope, type: 'AttendanceRecorded', track: track.id, session, status: 'attended' });
  }
  const given = done.filter((fact) => fact.type === 'DrugTestRecorded').length;
  for (let i = given; i < testsOnDay(plan, context, day); i += 1)
    facts.push({ ...envelope, type: 'DrugTestRecorded', result: 'negative' });
  return [...facts, ...paperwork(plan, context, day, open, done)];
}

/** Sign-offs, homework, mutual help and assessments that the present gate still asks for. */
function paperwork(
  plan: Plan,
  context: EpisodeContext,
  day: number,
  open: readonly GateLeaf[],
  done: readonly Fact[],
): Fact[] {
  const envelope = { on: fromDayNumber(day), by: 'perfect patient' };
  const facts: Fact[] = [];
  const add = (fact: Fact, same: (other: Fact) => boolean) => {
    if (![...done, ...facts].some((other) => other.type === fact.type && same(other))) facts.push(fact);
  };
  const assess = (instrument: string, score: number) =>
    add(
      { ...envelope, type: 'AssessmentRecorded', instrument, score },
      (other) => 'instrument' in other && other.instrument === instrument,
    );
  if (day === context.admittedOn)
    for (const instrument of gateInstruments(plan)) assess(instrument, firstScore(plan, instrument));
  const gate = exitGate(plan, context);
  for (const { leaf } of open) {
    const written = leaf.leaf;
    switch (written.type) {
      case 'mutual-help-weekly':
      case 'mutual-help':
        add({ ...envelope, type: 'MutualHelpRecorded' }, () => true);
        break;
      case 'holds':
        add(
          { ...envelope, type: 'PrivilegeGranted', privilege: written.privilege },
          (other) => 'privilege' in other && other.privilege === written.privilege,
        );
        break;
      case 'homework':
        add({ ...envelope, type: 'HomeworkRecorded' }, () => true);
        break;
      case 'signed-off': {
        const { role, subject } = written;
        add(
          { ...envelope, type: 'SignedOff', role, ...(subject === undefined ? {} : { subject }) },
          (other) =>
            other.role === role &&
            (subject === undefined || ('subject' in other && other.subject === subject)),
        );
        break;
      }
      case 'score':
      case 'score-change': {
        const score = gate === null ? null : helpfulScore(plan, context, gate, written.instrument);
        if (score !== null) assess(written.instrument, score);
        break;
      }
    }
  }
  return facts;
}

/** The leaves of the present gate that want more and do not hold yet. */
function openLeaves(plan: Plan, context: EpisodeContext): GateLeaf[] {
  const gate = exitGate(plan, context);
  if (gate === null) return [];
  return gateLeaves(plan, gate).filter(({ leaf, wanted }) => {
    const measured = measure(context, leaf.quantity);
    const truth = measured === null ? 'unknown' : compareMeasured(measured, leaf.compare, leaf.value);
    if (truth === (wanted ? 'satisfied' : 'unsatisfied')) return false;
    return leaf.leaf.type.startsWith('score') || (leaf.compare === 'at-least') === wanted;
  });
}

/** Whether a leaf still wants meetings of a track that takes place on demand, in a phase in which it is open. */
function isOpen(plan: Plan, context: EpisodeContext, track: PlanTrack, open: readonly GateLeaf[]): boolean {
  if (!track.during.includes(context.phase)) return false;
  const named = open.some(({ leaf: { leaf } }) => {
    if ('track' in leaf && leaf.track !== undefined) return leaf.track === track.id;
    if ('tracks' in leaf && leaf.tracks !== undefined) return leaf.tracks.includes(track.id);
    return false;
  });
  return named && (track.heldAt === null || plan.tracks[track.heldAt] !== undefined);
}

/** Whether there is a session of a track that was not met yet. */
function hasMore(context: EpisodeContext, track: PlanTrack): boolean {
  return currentSessions(context, track).length < track.sessions.length;
}

function attendedTracks(plan: Plan, done: readonly Fact[]): number[] {
  return done.flatMap((fact) => {
    if (fact.type !== 'AttendanceRecorded') return [];
    const track = plan.tracks.findIndex((t) => t.id === fact.track);
    return [plan.tracks[track]?.heldAt ?? track];
  });
}

function takeOne(met: number[], track: number): boolean {
  const index = met.indexOf(track);
  if (index >= 0) met.splice(index, 1);
  return index >= 0;
}

function nextSession(context: EpisodeContext, track: PlanTrack): number {
  const done = currentSessions(context, track);
  return (track.sessions.find(({ number }) => !done.includes(number)) ?? track.sessions[0])?.number ?? 1;
}
