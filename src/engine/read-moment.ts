import { z } from 'zod';
import { CalendarDate } from '../curriculum/calendar-date.ts';
import type { Moment } from './engine.ts';
import { StepwellError } from './stepwell-error.ts';

const Instant = z.iso.datetime({
  offset: true,
  error: 'write an instant as 2026-03-02T14:00:00Z, or with its offset',
});

/** A moment with its day checked and its instant in UTC, as the record writes it. Throws `invalid-command`. */
export function readMoment(moment: Moment): Moment {
  const { asOf, knownAt } = moment;
  return {
    ...(asOf === undefined ? {} : { asOf: readDay('asOf', asOf) }),
    ...(knownAt === undefined ? {} : { knownAt: new Date(read('knownAt', Instant, knownAt)).toISOString() }),
  };
}

/** A calendar date that a caller gave. Throws `invalid-command` where it is none. */
export function readDay(name: string, day: CalendarDate): CalendarDate {
  return read(name, CalendarDate, day);
}

function read<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new StepwellError('invalid-command', `${name}: ${parsed.error.issues[0]?.message}`, { field: name });
}
