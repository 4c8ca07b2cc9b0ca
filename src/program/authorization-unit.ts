import { z } from 'zod';

/**
 * What an authorization counts: `visits` are days on which something was attended, `meetings` each meeting attended, `hours`
 * those attended, `days` the days in treatment, leave and the day of discharge left out.
 */
export const AuthorizationUnit = z.enum(['visits', 'meetings', 'hours', 'days']);
export type AuthorizationUnit = z.infer<typeof AuthorizationUnit>;
