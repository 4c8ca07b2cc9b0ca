import type { AttendanceStatus } from '../../program/episode-event.ts';
import { readState } from '../../program/read-state.ts';
import { standingFacts } from '../../program/standing-facts.ts';
import { type Episode, standAsOf } from '../episode.ts';
import { creditOf } from './credit-of.ts';
import type { GroupWarning } from './group-outcome.ts';
import { type GroupState, groupOn } from './group-state.ts';
import type { Meeting } from './meetings-of.ts';
import { expectedAt } from './record-roster.ts';

/** One line of a roster: what is expected before the meeting, what holds of it afterwards, corrections included. */
export type RosterLine = {
  readonly episode: string;
  readonly patient: string | null;
  readonly as: 'member' | 'make-up' | 'walk-in';
  /** Where the patient stands on that day; null where his record was erased. */
  readonly lifecycle: string | null;
  /** The session that the topic is for him; null where his curriculum gives none or the topic is not chosen. */
  readonly credit: { readonly track: string; readonly session: number } | null;
  /** Null where nothing is recorded of him, or no longer. */
  readonly recorded: {
    /** The number of the fact in his episode: what a correction names. */
    readonly fact: number;
    readonly status: AttendanceStatus | 'noted';
    readonly minutes: number | null;
    readonly reason: string | null;
    readonly guests: number;
  } | null;
  /** True where the fact was amended or voided after the roster was recorded. */
  readonly corrected: boolean;
};

/** A meeting with its roster. */
export type Roster = {
  readonly meeting: Meeting;
  readonly lines: readonly RosterLine[];
  /** Guests who belong to nobody on the roster. */
  readonly guests: number;
  readonly warnings: readonly GroupWarning[];
};

/** The lines of a roster, from the group's stream and the episodes of its patients as they are now. */
export async function rosterLines(
  state: GroupState,
  meeting: Meeting,
  read: (episode: string) => Promise<Episode | null>,
): Promise<RosterLine[]> {
  const held = state.held.get(meeting.meeting);
  const expected = expectedAt({ state }, meeting);
  const episodes = [...new Set([...expected, ...(held?.rows ?? []).map(({ episode }) => episode)])];
  const group = groupOn(state, meeting.meeting.slice(0, 10));
  const lines: RosterLine[] = [];
  for (const id of episodes) {
    const booked = state.bookings.some((b) => b.meeting === meeting.meeting && b.episode === id);
    const as = booked ? 'make-up' : expected.includes(id) ? 'member' : 'walk-in';
    const entry = held?.rows.find((row) => row.episode === id);
    const episode = await read(id);
    if (episode === null) {
      lines.push({
        episode: id,
        patient: null,
        as,
        lifecycle: null,
        credit: null,
        recorded: null,
        corrected: false,
      });
      continue;
    }
    const stood = standAsOf(episode, meeting.date);
    const { plan } = stood.episode;
    const credit = meeting.topic === null ? null : creditOf(group, plan.curriculum.id, meeting.topic);
    const fact = standingFacts(episode.records).find(({ version }) => version === entry?.fact)?.fact;
    const before = episode.records.find(({ version }) => version === entry?.fact)?.event;
    const attended = fact?.type === 'AttendanceRecorded' ? fact : null;
    lines.push({
      episode: id,
      patient: patientOf(episode),
      as,
      lifecycle: readState(plan, stood.fold.snapshot.value).lifecycle,
      credit: credit?.kind === 'session' ? { track: credit.track, session: credit.session } : null,
      recorded:
        entry === undefined || fact === undefined
          ? null
          : {
              fact: entry.fact,
              status: attended?.status ?? 'noted',
              minutes: attended?.minutes ?? null,
              reason: fact.reason ?? null,
              guests: entry.guests ?? 0,
            },
      corrected: entry !== undefined && fact !== before,
    });
  }
  return lines;
}

function patientOf({ facts }: Episode): string | null {
  const named = facts.find(({ fact }) => fact.type === 'Referred' || fact.type === 'Admitted')?.fact;
  return named?.type === 'Referred' || named?.type === 'Admitted' ? named.patient : null;
}
