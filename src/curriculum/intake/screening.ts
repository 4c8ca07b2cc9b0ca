import { z } from 'zod';
import { CalendarDate } from '../calendar-date.ts';

/**
 * The screening instruments that an intake can hold, with the range of their total scores. Names and ranges only: the
 * wording of items and what a score means stay with those who publish them.
 *
 * Ranges are items times their highest score: PHQ-9 9 × 3, GAD-7 7 × 3, AUDIT 10 × 4, DAST-10 10 × 1, COWS eleven items that
 * add up to 48, CIWA-Ar nine items of 7 and one of 4.
 */
export const SCREENING_INSTRUMENTS = {
  'phq-9': { title: 'PHQ-9', minimum: 0, maximum: 27 },
  'gad-7': { title: 'GAD-7', minimum: 0, maximum: 21 },
  audit: { title: 'AUDIT', minimum: 0, maximum: 40 },
  'dast-10': { title: 'DAST-10', minimum: 0, maximum: 10 },
  cows: { title: 'COWS', minimum: 0, maximum: 48 },
  'ciwa-ar': { title: 'CIWA-Ar', minimum: 0, maximum: 67 },
} as const;

function result<const Id extends keyof typeof SCREENING_INSTRUMENTS>(id: Id) {
  const { minimum, maximum } = SCREENING_INSTRUMENTS[id];
  return z.strictObject({
    instrument: z.literal(id),
    score: z.int().min(minimum).max(maximum).describe('the raw total, as the instrument gives it'),
    on: CalendarDate.optional(),
  });
}

/** The raw total of one screening instrument. Nothing is computed from it. */
export const Screening = z.discriminatedUnion('instrument', [
  result('phq-9'),
  result('gad-7'),
  result('audit'),
  result('dast-10'),
  result('cows'),
  result('ciwa-ar'),
]);
export type Screening = z.infer<typeof Screening>;
