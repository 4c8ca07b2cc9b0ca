import { z } from 'zod';

/** The IANA name of a time zone, such as `America/Los_Angeles`. */
export const TimeZone = z
  .string()
  .max(64)
  .regex(/^(UTC|[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)+)$/, {
    error: 'write a time zone by its IANA name, for example America/Los_Angeles',
    abort: true,
  })
  .refine(isKnown, 'this time zone is not known here');
export type TimeZone = z.infer<typeof TimeZone>;

const known = new Set<string>();

/** Offsets such as `Etc/GMT+99` can be read by their digits; whether there is such a zone is known by the platform alone. */
function isKnown(zone: string): boolean {
  if (known.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    return false;
  }
  if (known.size < 1_000) known.add(zone);
  return true;
}
