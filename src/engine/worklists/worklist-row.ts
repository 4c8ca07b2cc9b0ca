import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';
import { Identifier } from '../../curriculum/identifier.ts';

/** The worklists, by what a counselor is to look at, and from how many days on a patient is shown in each unless told otherwise. */
export const WORKLIST_DAYS = {
  'not-seen': 7,
  'gate-ready': 0,
  'gate-blocked-by-one': 0,
  'missed-twice': 0,
  'test-overdue': 1,
  'sign-off-wanted': 0,
  'review-due': 0,
  'leave-overdue': 1,
  'late-documentation': 2,
  'stay-beyond-maximum': 1,
} as const;

/** The name of a worklist. */
export const WorklistName = z.enum(
  Object.keys(WORKLIST_DAYS) as [keyof typeof WORKLIST_DAYS, ...(keyof typeof WORKLIST_DAYS)[]],
);
export type WorklistName = z.infer<typeof WorklistName>;

/**
 * Why an episode stands in a worklist, or will from a day on if nothing is recorded until then. A row follows from the episode
 * alone and holds no present: it is in the list once so many days have passed since `since`.
 */
export type WorklistRow = {
  readonly episode: string;
  readonly list: WorklistName;
  readonly since: CalendarDate;
  readonly patient: string;
  readonly counselor: string | null;
  readonly site: string | null;
  readonly phase: string | null;
  readonly levelOfCare: string;
  readonly curriculum: string;
  /** Why it is here, and what to do next, in words. */
  readonly why: string;
  readonly next: string;
};

const name = z.string().min(1).max(200);

/** A filter: which worklist, or which of them together, for whom, from how many days on. `after` continues behind the row whose cursor it is. */
export const WorklistQuery = z.strictObject({
  list: z.union([WorklistName, z.array(WorklistName).min(1).max(WorklistName.options.length)], {
    error: `name one of the worklists, or several: ${WorklistName.options.join(', ')}`,
  }),
  counselor: name.optional(),
  site: name.optional(),
  phase: Identifier.optional(),
  levelOfCare: name.optional(),
  curriculum: Identifier.optional(),
  on: CalendarDate.optional().describe('as of this day; today unless given'),
  days: z.int().min(0).max(3650).optional().describe('after so many days; those of the list unless given'),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \S+( \S+)?$/)
    .optional(),
  limit: z.int().min(1).max(1000).optional().describe('rows of a page; 50 unless given'),
});
export type WorklistQuery = z.infer<typeof WorklistQuery>;

/** What a store is asked for: rows whose day is `upTo` or before, the longest waiting first, then by episode. */
export type WorklistSelection = Pick<
  WorklistQuery,
  'counselor' | 'site' | 'phase' | 'levelOfCare' | 'curriculum'
> & {
  readonly list: WorklistName;
  readonly upTo: CalendarDate;
  readonly after?: { readonly since: CalendarDate; readonly episode: string };
  readonly limit: number;
};

/** A page of a worklist; `after` asks for the next one, null where there is none. */
export type WorklistPage = {
  readonly rows: readonly (WorklistRow & { readonly days: number })[];
  readonly after: string | null;
};
