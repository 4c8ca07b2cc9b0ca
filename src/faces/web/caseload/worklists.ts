import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import type { Engine } from '../../../engine/engine.ts';
import { WORKLIST_DAYS, type WorklistName } from '../../../engine/worklists/worklist-row.ts';

/** A list of patients who need the same thing: what it is called and what to do next, and whose it is where the engine keeps none. */
export type Worklist = {
  readonly id: string;
  readonly title: string;
  readonly advice: string;
  /** The list of the engine; its rows say why each patient is in it. */
  readonly of?: WorklistName;
  readonly has?: (row: CaseloadRow, today: string) => boolean;
};

/** Why a patient is in a list, and what to do next. */
export type WorklistGround = { readonly why: string; readonly next: string; readonly days: number };

/** The lists that a caseload offers, the most wanted first. */
export const WORKLISTS: readonly Worklist[] = [
  {
    id: 'ready',
    title: 'Ready to advance',
    advice: 'All criteria of the gate hold: look at the patient and advance, or say why not.',
    of: 'gate-ready',
  },
  {
    id: 'one-item',
    title: 'One item short',
    advice: 'A single criterion keeps the next phase closed.',
    of: 'gate-blocked-by-one',
  },
  {
    id: 'sign-off',
    title: 'Sign-off wanted',
    advice: 'A gate asks for a signature.',
    of: 'sign-off-wanted',
  },
  {
    id: 'records',
    title: 'Records missing',
    advice: 'Meetings passed that nobody recorded.',
    of: 'late-documentation',
  },
  {
    id: 'missed-twice',
    title: 'Missed twice',
    advice: 'Two meetings in a row were missed: call.',
    of: 'missed-twice',
  },
  {
    id: 'not-seen',
    title: 'Not seen for 7 days',
    advice: 'No meeting was attended for a week: call.',
    of: 'not-seen',
  },
  { id: 'test', title: 'Test overdue', advice: 'A drug test was due.', of: 'test-overdue' },
  {
    id: 'review',
    title: 'Review due',
    advice: 'An authorization, a stay or an earlier decision is up for review.',
    of: 'review-due',
  },
  {
    id: 'due',
    title: 'Work due',
    advice: 'Something falls due today or is overdue.',
    has: (row, today) => row.endedOn === null && row.nextDueOn !== null && row.nextDueOn <= today,
  },
  {
    id: 'stay',
    title: 'Stay beyond maximum',
    advice: 'Advance, move, or extend the stay with a reason.',
    of: 'stay-beyond-maximum',
  },
  {
    id: 'leave-overdue',
    title: 'Leave overdue',
    advice: 'The return was expected: call.',
    of: 'leave-overdue',
  },
  {
    id: 'leave',
    title: 'On leave',
    advice: 'Away; see when the return is expected.',
    has: (row) => row.lifecycle === 'on-leave',
  },
];

/** The most rows of one list that are read. */
const MOST = 1000;

/** Who is in each list of those within some scope, by the id of the list and of the episode, with why he is there where the engine says it. */
export async function readWorklists(
  engine: Engine,
  scope: { readonly counselor?: string; readonly site?: string } | null,
  all: readonly CaseloadRow[],
  today: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, WorklistGround | null>>> {
  const read = WORKLISTS.map(async ({ id, of, has }) => {
    if (of === undefined) {
      const own = all.filter((row) => has?.(row, today));
      return [id, new Map(own.map(({ episode }) => [episode, null]))] as const;
    }
    if (scope === null) return [id, new Map()] as const;
    const days = WORKLIST_DAYS[of];
    const { rows } = await engine.worklist({ ...scope, list: of, days, limit: MOST });
    return [
      id,
      new Map(rows.map(({ episode, why, next, days: waits }) => [episode, { why, next, days: waits }])),
    ] as const;
  });
  return new Map(await Promise.all(read));
}
