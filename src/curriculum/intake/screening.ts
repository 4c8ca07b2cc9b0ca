import { z } from 'zod';
import { CalendarDate } from '../calendar-date.ts';
import { scoreItems } from './score-items.ts';

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

type Instrument = keyof typeof SCREENING_INSTRUMENTS;

const TOTAL_OR_ANSWERS = 'give the total as score, or the answers as items';

function fields<const Id extends Instrument>(id: Id) {
  const { minimum, maximum } = SCREENING_INSTRUMENTS[id];
  return {
    instrument: z.literal(id),
    score: z.int().min(minimum).max(maximum).describe('the raw total, as the instrument gives it'),
    on: CalendarDate.optional(),
  };
}

function withItems<const Id extends Instrument>(id: Id) {
  const { score, ...rest } = fields(id);
  const items = z
    .array(z.int().min(0))
    .min(1)
    .describe('the points of each answer, in the order of the instrument; the total is made of them');
  return z
    .strictObject({ ...rest, score: score.optional(), items: items.optional() })
    .superRefine((screening, context) => {
      const problem = problemOf(screening);
      if (problem !== null)
        context.addIssue({ code: 'custom', path: screening.items ? ['items'] : ['score'], message: problem });
    });
}

function problemOf(screening: {
  instrument: Instrument;
  score?: number | undefined;
  items?: number[] | undefined;
}): string | null {
  const { instrument, score, items } = screening;
  if (items === undefined) return score === undefined ? TOTAL_OR_ANSWERS : null;
  const added = scoreItems(instrument, items);
  if (!added.ok) return added.problem;
  return score === undefined || score === added.score
    ? null
    : `these answers add up to ${added.score}, and the total is given as ${score}; one of them is wrong`;
}

/** The result of one screening instrument: its raw total, or the points of its answers, of which the total is made. */
export const Screening = z.discriminatedUnion('instrument', [
  withItems('phq-9'),
  withItems('gad-7'),
  withItems('audit'),
  z.strictObject(fields('dast-10')),
  withItems('cows'),
  withItems('ciwa-ar'),
]);
export type Screening = z.infer<typeof Screening>;
