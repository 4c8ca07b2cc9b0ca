import { z } from 'zod';
import { WorklistQuery } from './worklist-row.ts';

/** What of a question about worklists is worth keeping: everything but the day and the page. */
export const WorklistFilter = WorklistQuery.omit({ on: true, after: true, limit: true });
export type WorklistFilter = z.infer<typeof WorklistFilter>;

/** The name of a worklist that is kept, as a counselor calls it. */
export const SavedName = z.string().trim().min(1).max(100);

/** A worklist that was saved: a name for a filter. `shared` ones are for the whole clinic, and show each his own patients. */
export type SavedWorklist = {
  readonly name: string;
  readonly shared: boolean;
  readonly filter: WorklistFilter;
  readonly savedBy: string;
  readonly savedAt: string;
};
