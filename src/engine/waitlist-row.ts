import type { CalendarDate } from '../curriculum/calendar-date.ts';

/** One patient on the waitlist of a program at a site. */
export type WaitlistRow = {
  readonly program: string;
  readonly site: string | null;
  /** From 1, among those who are on the same list. */
  readonly position: number;
  readonly episode: string;
  readonly patient: string | null;
  readonly counselor: string | null;
  readonly state: 'waiting' | 'offered' | 'accepted';
  /** The day of entry. */
  readonly since: CalendarDate;
  readonly waitingDays: number;
  /** 1 comes first; null comes after all numbers. */
  readonly priority: number | null;
  readonly priorityRule: string | null;
  /** Rules that would bring the patient further forward, and of which it is not known whether they hold. */
  readonly mayComeBefore: readonly string[];
  /** The last day of an offer that is open. */
  readonly offerUntil: CalendarDate | null;
  readonly lastContactOn: CalendarDate | null;
  /** What was given since the entry: contacts in which the patient was reached, and other services. */
  readonly interim: { readonly contacts: number; readonly services: number };
  readonly nextDueOn: CalendarDate | null;
  readonly nextDue: string | null;
};

/** Whose waitlist to list; everybody's unless told otherwise. Positions are those on the whole list. */
export type WaitlistQuery = {
  readonly program?: string;
  readonly site?: string;
  readonly counselor?: string;
  readonly episode?: string;
};
