import type { CalendarDate } from '../../curriculum/calendar-date.ts';

import type { Coverage } from './coverage.ts';
import type { Group } from './group.ts';
import type { GroupCommand } from './group-command.ts';
import type { GroupOutcome, GroupWarning } from './group-outcome.ts';
import type { Booking, HeldMeeting, Membership } from './group-state.ts';
import type { MeetingKey } from './meeting-key.ts';
import type { Meeting } from './meetings-of.ts';
import type { OwedSession } from './owed-sessions.ts';
import type { Roster } from './roster.ts';

/** A group on a day, with who is in it. */
export type GroupStatus = {
  readonly id: string;
  readonly version: number;
  readonly group: Group;
  readonly endsOn: CalendarDate | null;
  readonly members: readonly Membership[];
  readonly waiting: readonly { readonly episode: string; readonly since: CalendarDate }[];
  readonly bookings: readonly Booking[];
  /** Null where the group has no capacity of its own. */
  readonly placesFree: number | null;
  /** Its rules of size, as they are broken or nearly. */
  readonly warnings: readonly GroupWarning[];
};

/** Which groups or meetings: of one group, a site, somebody who leads, a patient, or any of some patients. */
export type GroupFilter = {
  readonly group?: string;
  readonly site?: string;
  readonly leader?: string;
  readonly episode?: string;
  readonly episodes?: readonly string[];
};

/**
 * The groups of a clinic: their calendar, who is in them, and their rosters.
 *
 * Refusals are values, as in the engine. It throws `StepwellError`: `not-found` for a question about what there is not,
 * `version-conflict`, `idempotency-key-reused`, `invalid-command`.
 */
export type EngineGroups = {
  /** Carries out one command, in one transaction: a roster with all its rows is one. */
  execute(command: GroupCommand, options?: { readonly key?: string }): Promise<GroupOutcome>;
  /** What a command would come to, without recording anything. */
  preview(command: GroupCommand): Promise<GroupOutcome>;
  /** The groups as they are on a day (today unless given), in the order of their ids; those that ended before it are left out. */
  list(filter?: GroupFilter & { readonly on?: CalendarDate }): Promise<GroupStatus[]>;
  /** One group as it is on a day, ended or not. */
  status(group: string, on?: CalendarDate): Promise<GroupStatus>;
  /** The meetings on the days from one to another, both included, in order of time; cancelled ones too. */
  meetings(
    filter: GroupFilter & { readonly from: CalendarDate; readonly to: CalendarDate },
  ): Promise<Meeting[]>;
  /** Who is expected at a meeting and what is recorded of each now, corrections included. */
  roster(group: string, meeting: string): Promise<Roster>;
  /** The meetings of a group that were held, by their keys in the order of time, each with its roster as it was recorded then. */
  held(group: string): Promise<ReadonlyMap<MeetingKey, HeldMeeting>>;
  /**
   * What a patient owes, each with the coming meetings (42 days unless given) at which he could make it up; `BookMakeUp` books one. With
   * `most` only those at which he is expected, and so many of the others that have a place, the earliest.
   */
  owed(episode: string, options?: { readonly days?: number; readonly most?: number }): Promise<OwedSession[]>;
  /**
   * When a new patient of a curriculum would meet each session of its rolling tracks, and which start within some days (28 unless
   * given, from today) needs the fewest make-ups.
   */
  coverage(
    curriculum: string,
    options?: { readonly from?: CalendarDate; readonly days?: number },
  ): Promise<Coverage>;
};
