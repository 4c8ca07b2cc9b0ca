/** How a meeting ended for a patient, or that it is still to come. */
export type MeetingMark =
  | 'attended'
  | 'partial'
  | 'absent'
  | 'excused'
  | 'make-up'
  | 'unrecorded'
  | 'to-come';

/** The sign and the words of each mark; the sign alone tells them apart, without a colour. */
export const MARKS: Readonly<Record<MeetingMark, { readonly sign: string; readonly words: string }>> = {
  attended: { sign: '✓', words: 'met' },
  partial: { sign: '½', words: 'in part' },
  absent: { sign: '×', words: 'missed' },
  excused: { sign: 'e', words: 'excused' },
  'make-up': { sign: 'm', words: 'made up' },
  unrecorded: { sign: '?', words: 'not recorded' },
  'to-come': { sign: '', words: 'to come' },
};

/** The mark of an outcome as the engine names it. */
export function markOf(outcome: string): MeetingMark {
  return Object.hasOwn(MARKS, outcome) ? (outcome as MeetingMark) : 'attended';
}
