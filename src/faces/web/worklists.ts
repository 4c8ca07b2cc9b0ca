import { toDayNumber } from '../../curriculum/calendar-date.ts';
import type { CaseloadRow } from '../../engine/caseload-row.ts';

/** A list of patients who need the same thing: what it is called, who is on it, and what to do next. */
export type Worklist = {
  readonly id: string;
  readonly title: string;
  readonly advice: string;
  readonly has: (row: CaseloadRow, today: string) => boolean;
};

const inCare = ({ lifecycle }: CaseloadRow) => lifecycle === 'active';
const daysSince = (day: string | null, today: string) =>
  day === null ? Number.POSITIVE_INFINITY : toDayNumber(today) - toDayNumber(day);

/** The lists that a caseload offers. */
export const WORKLISTS: readonly Worklist[] = [
  {
    id: 'ready',
    title: 'Ready to advance',
    advice: 'All criteria of the gate hold: look at the patient and advance, or say why not.',
    has: (row) => inCare(row) && row.gate === 'satisfied',
  },
  {
    id: 'one-item',
    title: 'One item short',
    advice: 'A single criterion keeps the next phase closed.',
    has: (row) => inCare(row) && row.gate !== 'satisfied' && row.blockers.length === 1,
  },
  {
    id: 'records',
    title: 'Records missing',
    advice: 'Meetings passed that nobody recorded, so that the gate cannot be judged.',
    has: (row) => inCare(row) && row.gate === 'unknown',
  },
  {
    id: 'not-seen',
    title: 'Not seen for 7 days',
    advice: 'No meeting was attended for a week: call.',
    has: (row, today) => inCare(row) && daysSince(row.lastAttendedOn ?? row.admittedOn, today) >= 7,
  },
  {
    id: 'due',
    title: 'Work due',
    advice: 'Something falls due today or is overdue.',
    has: (row, today) => row.endedOn === null && row.nextDueOn !== null && row.nextDueOn <= today,
  },
  {
    id: 'leave',
    title: 'On leave',
    advice: 'Away; see when the return is expected.',
    has: (row) => row.lifecycle === 'on-leave',
  },
];
