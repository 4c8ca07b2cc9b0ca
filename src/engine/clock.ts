import type { CalendarDate } from '../curriculum/calendar-date.ts';

/** Where the engine takes the present from: the clinic's calendar day, and the instant for the record (ISO 8601, UTC). */
export type Clock = { today(): CalendarDate; now(): string };
