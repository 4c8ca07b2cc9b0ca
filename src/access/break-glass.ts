import { z } from 'zod';

/** The longest that one breaking of the glass lasts, in minutes: eight hours. */
export const LONGEST_GLASS = 480;

/** Asks for a record outside the own caseload or site, with the reason that will stand in the log, for some minutes. */
export const BreakGlass = z.strictObject({
  episode: z.string().min(1).max(64),
  reason: z.string().trim().min(10, 'say in a sentence why; it stays in the log').max(1000),
  minutes: z.int().min(1).max(LONGEST_GLASS).default(60),
});
export type BreakGlass = z.infer<typeof BreakGlass>;

/** A record opened by breaking the glass. `until` is the instant from which it is closed again. */
export type GlassGrant = {
  readonly id: string;
  readonly account: string;
  readonly episode: string;
  readonly reason: string;
  readonly from: string;
  readonly until: string;
};
