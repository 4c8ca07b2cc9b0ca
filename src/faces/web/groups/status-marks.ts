import type { AttendanceStatus } from '../../../program/episode-event.ts';

/** The sign and the words of what a roster says of a patient; `noted` is one who was there without credit. */
export const STATUS_MARKS: Readonly<
  Record<AttendanceStatus | 'noted', { readonly sign: string; readonly words: string }>
> = {
  attended: { sign: '✓', words: 'there' },
  late: { sign: '✓', words: 'late' },
  'left-early': { sign: '½', words: 'left early' },
  excused: { sign: 'e', words: 'excused' },
  absent: { sign: '×', words: 'missed' },
  noted: { sign: 'n', words: 'there without credit' },
};
