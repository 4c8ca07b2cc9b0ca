import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { Criterion } from './criterion.ts';
import { Clock } from './duration.ts';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';

const day = z.int().min(1).max(36_500);
const doses = z.int().min(0).max(366);

/** How many unsupervised doses a patient may have from one day of treatment to another. The day of admission is day 1. */
export const TakeHomeBand = z.strictObject({
  fromDay: day.describe('the first day of treatment; the day of admission is day 1'),
  toDay: day.optional().describe('the last day of treatment; without an end unless given'),
  doses: doses.describe('doses that may be taken unsupervised'),
  per: z
    .enum(['week', 'supply'])
    .describe(
      'week: so many for the days of a calendar week, and never more at one time; supply: so many at one time',
    ),
  requires: Criterion.optional().describe(
    'what must hold besides the time in treatment; where it does not, or is unknown, the band before it holds',
  ),
  ...provenance,
});
export type TakeHomeBand = z.infer<typeof TakeHomeBand>;

/** A version of the rules on unsupervised doses, from the day on which the program goes by it. */
export const TakeHomeRule = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  from: CalendarDate.optional().describe(
    'the day from which the program goes by it; from the beginning unless given',
  ),
  closedDays: z
    .enum(['beyond', 'counted'])
    .optional()
    .describe(
      'whether a dose for a day on which the clinic does not dose is counted as any other (unless given), or beyond: given whatever the band says where it is for such days alone, not counted by a band per week, and part of a supply with others',
    ),
  requires: Criterion.optional().describe('what must hold for any dose of the bands'),
  bands: z.array(TakeHomeBand).min(1).max(50),
  ...provenance,
});
export type TakeHomeRule = z.infer<typeof TakeHomeRule>;

/** What takes doses away for a time: no more than `doses`, for so many days after it. */
export const TakeHomeReduction = z.strictObject({
  after: z.enum(['positive-test', 'missed-test', 'reported-use', 'misuse']),
  doses: doses.describe('doses of the band that are left meanwhile'),
  forDays: z.int().min(1).max(3650).describe('days, beginning with that of the event'),
  ...provenance,
});
export type TakeHomeReduction = z.infer<typeof TakeHomeReduction>;

/** How many doses of a medication a patient may take home, by time in treatment and version of the rules. */
export const TakeHome = z.strictObject({
  medication: z.string().min(1).max(100),
  track: Identifier.optional().describe(
    'the track at which doses are taken under observation: none is expected on a day with a dose at home, and a weekday without it is a day on which the clinic does not dose',
  ),
  clock: Clock.exclude(['attended'])
    .optional()
    .describe('what counts as time in treatment: program (stops on leave, unless given) or wall'),
  rules: z.array(TakeHomeRule).min(1).max(20),
  reductions: z.array(TakeHomeReduction).max(20).optional(),
  ...provenance,
});
export type TakeHome = z.infer<typeof TakeHome>;
