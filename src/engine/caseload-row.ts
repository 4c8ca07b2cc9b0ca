import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { MeetingInShort } from './recent-meetings.ts';

/** One line of a caseload: where an episode stood when it was last written or when the clock last touched it. */
export type CaseloadRow = {
  readonly episode: string;
  readonly patient: string;
  readonly counselor: string | null;
  readonly site: string | null;
  readonly curriculum: string;
  readonly curriculumVersion: string;
  readonly levelOfCare: string;
  readonly lifecycle: string;
  readonly phase: string | null;
  /** Program week, from 1; null before admission. */
  readonly week: number | null;
  readonly admittedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  readonly lastAttendedOn: CalendarDate | null;
  /** Where the gate to the next phase stands. */
  readonly gate: 'satisfied' | 'unsatisfied' | 'unknown' | null;
  /** What blocks the next phase, one short sentence per criterion. */
  readonly blockers: readonly string[];
  /** State of each monitor by its id. */
  readonly monitors: Readonly<Record<string, string>>;
  readonly nextDueOn: CalendarDate | null;
  readonly nextDue: string | null;
  /** The last meetings and the next ones; `lastMeetings` says how they stand on a day. */
  readonly meetings: readonly MeetingInShort[];
  /** The last drug test, and how many in a row were negative until then; null before the first. */
  readonly lastTest: {
    readonly on: CalendarDate;
    readonly negativeInARow: number;
    readonly positive: number;
  } | null;
  /** The date about which the row speaks. */
  readonly asOf: CalendarDate;
  readonly version: number;
};

/** Which caseload rows to list: by counselor, phase, site, lifecycle; `after` continues behind an episode id. */
export type CaseloadQuery = {
  /** Only the row of this episode. */
  readonly episode?: string;
  readonly counselor?: string;
  readonly phase?: string;
  readonly site?: string;
  readonly levelOfCare?: string;
  readonly lifecycle?: string;
  readonly curriculum?: string;
  /** True: only episodes that have not ended. */
  readonly open?: boolean;
  readonly after?: string;
  readonly limit?: number;
};
