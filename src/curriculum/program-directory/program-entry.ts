import { z } from 'zod';
import { CalendarDate } from '../calendar-date.ts';
import { Identifier } from '../identifier.ts';
import { answer } from '../intake/answer.ts';
import { Condition } from '../intake/condition.ts';
import { Language } from '../intake/language.ts';
import { WeeklyHours } from '../intake/weekly-hours.ts';
import { LevelOfCare } from '../level-of-care.ts';
import { WAITLIST_TERMS } from './waitlist-terms.ts';

const years = z.int().min(0).max(130);
const count = z.int().min(0).max(100_000);

/**
 * One program of a directory, as it says of itself. Every answer may be unknown.
 *
 * A list is complete: what it does not name is not there. `conditions` and `people` are asked one by one: what they do not
 * name is not known.
 */
export const ProgramEntry = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  place: z.string().min(1).optional().describe('where it is, in words'),
  statedOn: CalendarDate.optional().describe('the day on which the program said so'),
  levels: answer(z.array(LevelOfCare).max(20)).describe(
    'the levels of care that it provides; those of its curricula are added',
  ),
  curricula: answer(z.array(Identifier).max(20)).describe('ids of the curricula that it runs'),
  hours: answer(z.array(WeeklyHours).max(50)).describe('the hours at which it holds meetings'),
  ages: answer(z.strictObject({ minimum: years.optional(), maximum: years.optional() })).describe(
    'the ages it admits, both inclusive; a limit that is left out does not exist',
  ),
  networks: answer(z.array(Identifier).max(100)).describe('the insurance networks that it is in'),
  selfPay: answer(z.boolean()).describe('whether people may pay without insurance'),
  languages: answer(z.array(Language).max(50)),
  conditions: answer(z.partialRecord(Condition, answer(z.boolean()))).describe(
    'whether it has experience with each condition',
  ),
  people: answer(z.record(Identifier, answer(z.boolean()))).describe(
    'whether it has experience with people such as veterans, parents or lgbtq',
  ),
  expertise: answer(z.array(z.string().min(1)).max(50)).describe(
    'who works there, and what they are trained in',
  ),
  transport: answer(
    z.strictObject({
      publicTransport: answer(z.boolean()),
      rides: answer(z.boolean()),
      remote: answer(z.boolean()),
    }),
  ),
  capacity: answer(z.strictObject({ places: count.optional(), free: count })),
  waitlist: answer(z.strictObject({ people: count.optional(), days: z.int().min(0).max(3650) })).describe(
    'how many wait, and how many days a new one would',
  ),
  waiting: z
    .strictObject(WAITLIST_TERMS)
    .optional()
    .describe('the terms under which people wait: who comes first, what they are given meanwhile'),
  note: z.string().optional(),
});
export type ProgramEntry = z.infer<typeof ProgramEntry>;
