import type { PublishedSession } from '../../curriculum/published-calendar.ts';
import type { PublishedDrugTest } from '../../curriculum/published-drug-tests.ts';
import type { PublishedMutualHelp } from '../../curriculum/published-mutual-help.ts';

/** A line of a schedule; sessions have no `kind`. */
export type ScheduleRow =
  | PublishedSession
  | ({ readonly kind: 'drug-test' } & PublishedDrugTest)
  | ({ readonly kind: 'mutual-help' } & PublishedMutualHelp);
