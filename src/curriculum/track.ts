import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';
import { Schedule } from './schedule.ts';
import { Session } from './session.ts';

/** What kind of service a track is. */
export const TrackKind = z.enum([
  'psychoeducation',
  'relapse-prevention',
  'skills',
  'family',
  'social-support',
  'individual',
  'conjoint',
  'medication',
  'adjunct',
  'community',
  'milieu',
  'process',
  'case-management',
]);
export type TrackKind = z.infer<typeof TrackKind>;

/** Who sits in a meeting of a track. */
export const TrackFormat = z.enum(['group', 'individual', 'conjoint', 'family']);
export type TrackFormat = z.infer<typeof TrackFormat>;

/**
 * Which session is held when. `fixed`: the patient's first meeting is session 1, the second session 2.
 * `rolling`: the calendar of an open group sets the topic for everybody, so that a patient starts anywhere.
 * `next`: the patient's next session not yet attended. `any`: chosen at the meeting.
 */
export const SessionOrder = z.enum(['fixed', 'rolling', 'next', 'any']);
export type SessionOrder = z.infer<typeof SessionOrder>;

/** A kind of service with its numbered sessions and its place in the week. */
export const Track = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  kind: TrackKind,
  format: TrackFormat,
  order: SessionOrder,
  during: z.array(Identifier).min(1).describe('the phases in which the track is open'),
  weeksCountFrom: z
    .enum(['admission', 'phase'])
    .optional()
    .describe('week 1 begins at admission (unless told otherwise) or when a phase of the track is entered'),
  schedule: z.array(Schedule).max(50).describe('empty for a track that is held on demand'),
  heldAt: Identifier.optional().describe('the track whose meetings this one may take, for electives'),
  cycleStart: CalendarDate.optional().describe(
    "rolling: a date on which the group meets session 1; the patient's own start unless given",
  ),
  requires: z
    .union([z.enum(['all', 'none']), z.int().min(1)])
    .optional()
    .describe(
      'distinct sessions that complete the track: all (unless given), none for an elective, or a number',
    ),
  capacity: z
    .strictObject({ minimum: z.int().min(1).optional(), maximum: z.int().min(1).optional() })
    .optional(),
  sessions: z.array(Session).min(1).max(999),
  ...provenance,
});
export type Track = z.infer<typeof Track>;
