import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import { lastMeetings } from '../../../engine/recent-meetings.ts';
import { sayDate } from '../say-date.ts';
import type { WorklistGround } from './worklists.ts';

/** A patient as the caseload shows him. */
export type ShownPatient = CaseloadRow & {
  /** His last meetings; null where the row was kept before meetings were kept beside it, which is not the same as none. */
  readonly last: ReturnType<typeof lastMeetings> | null;
  /** The last drug test in words. */
  readonly test: string;
  /** Why he is in the list that is shown; null where no list is, or it needs no words. */
  readonly ground: WorklistGround | null;
};

/** Puts together what the caseload shows of a patient. Pure. */
export function shownPatient(row: CaseloadRow, ground: WorklistGround | null, today: string): ShownPatient {
  const known = row.meetings.length > 0 || (row.lastAttendedOn === null && (row.week ?? 1) <= 1);
  const { on, negativeInARow = 0, positive = 0 } = row.lastTest ?? {};
  const run =
    negativeInARow > 0 ? `${negativeInARow} negative in a row` : positive > 0 ? 'not negative' : 'no result';
  const none = known ? 'no test yet' : 'last test not known';
  const test = on === undefined ? none : `test ${sayDate(on, today)}: ${run}`;
  return { ...row, ground, last: known ? lastMeetings(row, today) : null, test };
}
