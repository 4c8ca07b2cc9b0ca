import { z } from 'zod';
import { Identifier } from '../curriculum/identifier.ts';

/** For how many days a calendar link is good at the most, and unless told otherwise: a year. */
export const LONGEST_LINK = 366;

const days = z.int().min(1).max(LONGEST_LINK).default(LONGEST_LINK);

/** Asks for a secret link to a calendar: one's own, that of a group that one runs, or that of a patient within reach. */
export const NewCalendarLink = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('counselor'), days }),
  z.strictObject({ of: z.literal('group'), group: Identifier, days }),
  z.strictObject({ of: z.literal('patient'), episode: z.string().min(1).max(64), days }),
]);
export type NewCalendarLink = z.infer<typeof NewCalendarLink>;

/** A link to a calendar as it is kept: whose it is and who made it. The secret itself is not kept, only its SHA-256. */
export type CalendarLink = {
  readonly id: string;
  readonly of: NewCalendarLink['of'];
  /** The name of the counselor, the group, or the episode. */
  readonly name: string;
  /** The account that made it; the link reaches what this account reaches, and no longer than it does. */
  readonly account: string;
  readonly createdAt: string;
  /** The instant from which it is good no more. */
  readonly until: string;
};
