import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';

const name = z.string().min(1).max(200);

/** A census over time: of which days, in which steps, told apart by what. */
export const CensusQuery = z.strictObject({
  from: CalendarDate.optional().describe('the first day; today unless given'),
  to: CalendarDate.optional().describe('the last day; today unless given, and never later'),
  step: z.enum(['day', 'week', 'month']).optional().describe('week unless given'),
  by: z
    .enum(['level', 'phase', 'site', 'curriculum', 'counselor'])
    .optional()
    .describe('what the counts are told apart by; level unless given'),
  site: name.optional(),
  counselor: name.optional(),
  curriculum: name.optional(),
});
export type CensusQuery = z.infer<typeof CensusQuery>;

/** How many patients were in treatment on a day, and what happened since the day before it in the census. */
export type CensusPoint = {
  readonly on: CalendarDate;
  /** In treatment at the end of the day, those on leave included. */
  readonly patients: number;
  readonly onLeave: number;
  /** One for each of the census's groups, in their order. */
  readonly counts: readonly number[];
  readonly admitted: number;
  readonly ended: number;
};

/** A census over time, with what became of the patients in it. */
export type Census = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly step: 'day' | 'week' | 'month';
  readonly by: NonNullable<CensusQuery['by']>;
  /** What the counts are told apart by, in the order of their names; `none` where nothing is known. */
  readonly groups: readonly string[];
  readonly points: readonly CensusPoint[];
  /** The days that patients spent at each level between the first and the last day, days of leave left out, and by how many of them. */
  readonly levels: readonly { readonly level: string; readonly days: number; readonly patients: number }[];
  /** How episodes ended between the first and the last day, the most frequent first. */
  readonly ends: readonly { readonly reason: string; readonly patients: number }[];
  readonly admitted: number;
  /** How many of those that ended had completed the program. */
  readonly completed: number;
};
