import { z } from 'zod';
import { CalendarDate } from '../curriculum/calendar-date.ts';
import { Identifier } from '../curriculum/identifier.ts';
import { Intake } from '../curriculum/intake/intake.ts';
import { WAITLIST_TERMS } from '../curriculum/program-directory/waitlist-terms.ts';

/** The shapes of what happens between a referral and the admission, by the name of the event. */
export const WAITLIST_FACTS = {
  IntakeRecorded: {
    intake: Intake.describe('all that is known from intake calls; the latest one counts as a whole'),
  },
  PlacementDecided: {
    program: Identifier.describe('the program that was decided on'),
    curriculum: Identifier.optional(),
    recommended: z
      .array(Identifier)
      .max(50)
      .optional()
      .describe(
        'the programs that were recommended, best first; a reason is needed where the first is not taken',
      ),
  },
  InterimServiceGiven: {
    service: Identifier.describe('what was given while waiting, as in open-group or naloxone-kit'),
    minutes: z.int().min(0).max(1440).optional(),
  },
  Waitlisted: {
    program: Identifier.describe('the program on whose list the patient waits'),
    priority: z.int().min(1).max(99).optional().describe('1 comes first; without one after all others'),
    priorityRule: Identifier.optional().describe('the rule of the program that gives the priority'),
    ...WAITLIST_TERMS,
  },
  PlaceOffered: {
    until: CalendarDate.describe('the last day on which the offer can be accepted'),
    placesFree: z
      .int()
      .min(0)
      .max(100_000)
      .optional()
      .describe('how many places are free on that day; not checked unless given'),
    override: z
      .literal(true)
      .optional()
      .describe('offered although others stand before the patient, or no place is free; needs a reason'),
  },
  OfferAccepted: {},
  OfferDeclined: {},
  RemovedFromWaitlist: {},
} as const satisfies Record<string, z.ZodRawShape>;
