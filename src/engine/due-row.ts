import type { CalendarDate } from '../curriculum/calendar-date.ts';

/** What kind of work or deadline falls due. */
export type DueKind =
  | 'task'
  | 'deadline'
  | 'drug-test'
  | 'stay-maximum'
  | 'move'
  | 'leave-return'
  | 'gate-check'
  | 'scheduled'
  | 'review'
  | 'waitlist'
  | 'authorization';

/** One thing that falls due for one episode on a date. */
export type DueRow = {
  readonly episode: string;
  /** Unique within the episode, for example `task/attendance/outreach/call-patient`. */
  readonly item: string;
  readonly kind: DueKind;
  readonly dueOn: CalendarDate;
  /** True once a clock that reached the date has handled it; it stays listed until what it asks for is done. */
  readonly raised: boolean;
  /** True for rows that a person has to act on, false for those that only wake the clock. */
  readonly work: boolean;
  readonly title: string;
  /** Who acts: a role. */
  readonly role: string;
  readonly counselor: string | null;
};

/** Which due rows to list: work only unless `work` says otherwise, earliest first. */
export type DueQuery = {
  readonly upTo?: CalendarDate;
  readonly counselor?: string;
  /** Of patients whose caseload row has this site. */
  readonly site?: string;
  readonly episode?: string;
  readonly role?: string;
  readonly work?: 'only' | 'all';
  readonly limit?: number;
};
