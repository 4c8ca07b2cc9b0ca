import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import { lastMeetings } from '../../../engine/recent-meetings.ts';
import { sayDate } from '../say-date.ts';
import type { WorklistGround } from './worklists.ts';

/** A patient as the caseload shows him. */
export type ShownPatient = CaseloadRow & {
  readonly last: ReturnType<typeof lastMeetings>;
  /** The last drug test in words. */
  readonly test: string;
  /** Why he is in the list that is shown; null where no list is, or it needs no words. */
  readonly ground: WorklistGround | null;
};

/** Puts together what the caseload shows of a patient. Pure. */
export function shownPatient(row: CaseloadRow, ground: WorklistGround | null, today: string): ShownPatient {
  const { on, negativeInARow = 0, positive = 0 } = row.lastTest ?? {};
  const run =
    negativeInARow > 0 ? `${negativeInARow} negative in a row` : positive > 0 ? 'not negative' : 'no result';
  const test = on === undefined ? 'no test yet' : `test ${sayDate(on, today)}: ${run}`;
  return { ...row, ground, last: lastMeetings(row, today), test };
}
