import { z } from 'zod';
import { CalendarDate } from '../calendar-date.ts';
import { answer } from './answer.ts';

/** The six dimensions by number, as each edition names them. Names only: criteria texts are licensed. Those of the 4th are recalled. */
export const DIMENSIONS = {
  'asam-3': {
    1: 'Acute intoxication and withdrawal',
    2: 'Biomedical conditions',
    3: 'Emotional, behavioral or cognitive conditions',
    4: 'Readiness to change',
    5: 'Relapse, continued use or continued problem potential',
    6: 'Recovery environment',
  },
  'asam-4': {
    1: 'Intoxication, withdrawal and addiction medications',
    2: 'Biomedical conditions',
    3: 'Psychiatric and cognitive conditions',
    4: 'Substance use related risks',
    5: 'Recovery environment interactions',
    6: 'Person-centered considerations',
  },
} as const;

const risk = answer(z.int().min(0).max(4));
// The fourth edition rates with numbers and letters; they are kept as the rater wrote them.
const mark = answer(
  z.union([
    z.int().min(0).max(4),
    z.string().regex(/^[A-Za-z0-9+ -]{1,12}$/, 'write the rating as its mark, for example B'),
  ]),
);
const rated = {
  by: z.string().min(1).describe('who rated, by role or by the name the clinic uses'),
  on: CalendarDate.optional(),
};

/**
 * What a person rated on the six dimensions, with the edition that was used. Ratings of different editions are different
 * things: nothing here turns one into the other, and no level of care is computed from them.
 */
export const DimensionRatings = z.discriminatedUnion('edition', [
  z.strictObject({ edition: z.literal('asam-3'), ...rated, dimensions: sixOf(risk) }),
  z.strictObject({ edition: z.literal('asam-4'), ...rated, dimensions: sixOf(mark) }),
]);
export type DimensionRatings = z.infer<typeof DimensionRatings>;

function sixOf<T extends z.ZodType>(rating: T) {
  return z.strictObject({ '1': rating, '2': rating, '3': rating, '4': rating, '5': rating, '6': rating });
}
