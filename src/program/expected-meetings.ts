import { weekdayIndex } from '../curriculum/weekday.ts';
import { overlapDays, phaseWeek, programWeek } from './clock-days.ts';
import { closureOn } from './closure-on.ts';
import type { EpisodeContext } from './episode-context.ts';
import type { ExpectedMeeting } from './expected-meeting.ts';
import { applyChanges } from './meeting-change.ts';
import type { Plan, PlanSlot, PlanTrack } from './plan.ts';
import { rollingPlace } from './rolling-place.ts';
import { hasDoseAtHome } from './take-home-state.ts';

/**
 * The meetings that a patient is expected at on a day, from where he stands in the context: tracks open in his phase,
 * on their weekdays and weeks. A required track goes on past its last published week, as it met then, until its sessions are done;
 * a rolling group meets in all of its weeks, whatever was met before.
 * None before admission, on leave, for observed doses on a day with a dose at home, on a day on which the clinic is closed, or after the end.
 */
export function expectedMeetings(plan: Plan, context: EpisodeContext, day: number): ExpectedMeeting[] {
  if (context.admittedOn === null || day < context.admittedOn || context.ended !== null) return [];
  if (closureOn(plan, context, day) !== null) return [];
  if (context.leaves.length > 0 && overlapDays(context.leaves, day, day + 1) > 0) return [];
  const changes = context.meetingChanges ?? [];
  if (changes.every((change) => change.day !== day && change.to?.day !== day))
    return ownMeetings(plan, context, day);
  return applyChanges(plan, changes, day, (on) => ownMeetings(plan, context, on));
}

/** What the calendar of the curriculum has on a day by itself. */
function ownMeetings(plan: Plan, context: EpisodeContext, day: number): ExpectedMeeting[] {
  const weekday = weekdayIndex(day);
  const meetings: ExpectedMeeting[] = [];
  for (let t = 0; t < plan.tracks.length; t += 1) {
    const track = plan.tracks[t]!;
    if (t === plan.takeHome?.track && hasDoseAtHome(context.takeHome, day)) continue;
    if (track.slots.length === 0 || !track.during.includes(context.phase)) continue;
    let taken = 0;
    for (const slot of track.slots) {
      if (slot.weekday !== weekday) continue;
      if (!slotRuns(context, track, slot, day)) continue;
      const session = sessionHeld(context, track, day, slot, taken);
      if (session === undefined) continue;
      meetings.push({ day, track: t, session, start: slot.start, minutes: slot.minutes });
      taken += 1;
    }
  }
  return meetings.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.track - b.track));
}

function slotRuns(context: EpisodeContext, track: PlanTrack, slot: PlanSlot, day: number): boolean {
  const complete = track.required > 0 && currentSessions(context, track).length >= track.required;
  if (complete && track.order !== 'rolling') return false;
  const week = track.weeksCountFrom === 'phase' ? phaseWeek(context, day) : (programWeek(context, day) ?? 1);
  if (slot.weeks.length === 0) return (week - slot.anchorWeek) % slot.everyWeeks === 0;
  for (const range of slot.weeks) {
    if (week >= range.from && week <= range.to) return (week - range.from) % slot.everyWeeks === 0;
  }
  const final = slot.weeks.find((range) => range.to === track.lastWeek);
  const goesOn = track.required > 0 && !complete && final !== undefined && week > final.to;
  return goesOn && (week - final.from) % slot.everyWeeks === 0;
}

/** The session held at a slot; undefined where a fixed order has come to its end. */
function sessionHeld(
  context: EpisodeContext,
  track: PlanTrack,
  day: number,
  slot: PlanSlot,
  taken: number,
): number | null | undefined {
  const count = track.sessions.length;
  if (track.order === 'rolling') return (rollingIndex(context, track, day, slot) % count) + 1;
  if (track.order === 'fixed') {
    const position = (context.counters[track.counters.position] as number) + taken;
    return position < count ? position + 1 : track.required > 0 ? nextUnattended(context, track) : undefined;
  }
  return nextUnattended(context, track);
}

function nextUnattended(context: EpisodeContext, track: PlanTrack): number | null {
  const done = currentSessions(context, track);
  return track.sessions.find((session) => !done.includes(session.number))?.number ?? null;
}

/** The sessions of a track that count for its completion now: for a track that starts again with a phase, those since its entry. */
export function currentSessions(context: EpisodeContext, track: PlanTrack): readonly number[] {
  return context.counters[track.counters.current] as readonly number[];
}

/** How many meetings a rolling group has held from the start of its cycle to a slot of a day. */
function rollingIndex(context: EpisodeContext, track: PlanTrack, day: number, slot: PlanSlot): number {
  const start =
    ownEntry(context.cycleStarts, track.id) ?? (context.admittedOn ?? day) + (track.firstWeek - 1) * 7;
  return rollingPlace(track, start, day, slot);
}

/** An entry of a record by its own key, so that a track may be named like anything. */
function ownEntry(record: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
