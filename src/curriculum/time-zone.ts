import { tzOffset } from '@date-fns/tz/tzOffset';
import { z } from 'zod';

/** The IANA name of a time zone, such as `America/Los_Angeles`. */
export const TimeZone = z
  .string()
  .max(64)
  .regex(/^(UTC|[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)+)$/, {
    error: 'write a time zone by its IANA name, for example America/Los_Angeles',
    abort: true,
  })
  .refine((zone) => !Number.isNaN(tzOffset(zone, new Date(0))), 'this time zone is not known here');
export type TimeZone = z.infer<typeof TimeZone>;
