import { z } from 'zod';
import { CalendarDate } from '../calendar-date.ts';
import { Identifier } from '../identifier.ts';
import { LevelOfCare } from '../level-of-care.ts';
import { answer } from './answer.ts';
import { Condition } from './condition.ts';
import { DimensionRatings } from './dimension-ratings.ts';
import { Language } from './language.ts';
import { ReferralSource } from './referral-source.ts';
import { Screening } from './screening.ts';
import { WeeklyHours } from './weekly-hours.ts';

/** A level of care that a person found to be needed, and who found so. */
export const NeededLevel = z.strictObject({
  level: LevelOfCare,
  by: z.string().min(1).describe('who found it needed, by role or by the name the clinic uses'),
  on: CalendarDate.optional(),
});
export type NeededLevel = z.infer<typeof NeededLevel>;

/** How a person can come to a program. */
export const Transport = z.enum(['own-car', 'public-transport', 'needs-ride']);
export type Transport = z.infer<typeof Transport>;

/**
 * What an intake call found out about a person who looks for a program. Every answer may be unknown.
 *
 * A list is complete: an empty one is the answer "none"; where nobody knows, the key is left out or says `unknown`. Scores
 * and ratings are kept as they were given; a level of care is what a person states as needed, never computed from them.
 */
export const Intake = z.strictObject({
  on: CalendarDate.optional().describe('the day of the intake'),
  referral: answer(z.strictObject({ source: ReferralSource, note: z.string().optional() })),
  screenings: answer(z.array(Screening).max(100)),
  ratings: answer(z.array(DimensionRatings).max(20)),
  neededLevels: answer(z.array(NeededLevel).max(20)).describe(
    'what a person found to be needed, one for each classification; nothing computes it',
  ),
  conditions: answer(z.array(Condition).max(10)),
  age: answer(z.int().min(0).max(130)).describe('in years'),
  languages: answer(z.array(Language).min(1).max(20)).describe('any of which will do for treatment'),
  networks: answer(z.array(Identifier).max(20)).describe(
    'insurance networks of the person; empty: pays without insurance',
  ),
  workHours: answer(z.array(WeeklyHours).max(50)).describe('hours that are taken every week; empty: none'),
  identityNeeds: answer(z.array(Identifier).max(20)).describe(
    'people with whom the program should have experience, as in veterans; empty: no such need',
  ),
  transport: answer(Transport),
  findings: answer(z.record(Identifier, answer(z.boolean()))).describe(
    'what was asked by name, such as a contraindication, and whether it is the case; what is not named is not known',
  ),
  startWithinDays: answer(z.int().min(0).max(3650)).describe('in how many days treatment has to begin'),
  note: z.string().optional(),
});
export type Intake = z.infer<typeof Intake>;
