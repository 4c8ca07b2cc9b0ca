import { z } from 'zod';
import { GROUP } from '../../../engine/groups/group.ts';

const Warning = z.object({ code: z.string(), message: z.string() });
const day = z.string().nullable();

/** A meeting of a group as the API tells it. */
export const MeetingAnswer = z
  .object({
    group: z.string(),
    meeting: z.string().describe('its name, also after it was moved'),
    title: z.string(),
    site: z.string(),
    timeZone: z.string(),
    date: z.string(),
    start: z.string(),
    minutes: z.int(),
    place: z.string().nullable(),
    startsAt: z.number().describe('milliseconds since 1970-01-01T00:00Z'),
    topic: z.int().nullable().describe('null where the leader has still to choose it'),
    topicTitle: z.string().nullable(),
    status: z.enum(['planned', 'moved', 'cancelled', 'held']),
    reason: z.string().nullable(),
    leader: z.string(),
    coLeader: z.string().nullable(),
  })
  .meta({ id: 'Meeting' });

/** A group with who is in it as the API tells it. */
export const GroupAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    group: z.object(GROUP),
    endsOn: day,
    members: z.array(z.object({ episode: z.string(), from: z.string(), to: day })),
    waiting: z.array(z.object({ episode: z.string(), since: z.string() })),
    bookings: z.array(
      z.object({ meeting: z.string(), episode: z.string(), track: z.string(), session: z.int() }),
    ),
    placesFree: z.int().nullable().describe('null where the group has no capacity of its own'),
    warnings: z.array(Warning).describe('its rules of size, as they are broken or nearly'),
  })
  .meta({ id: 'Group' });

/** A meeting with its roster as the API tells it. */
export const RosterAnswer = z
  .object({
    meeting: MeetingAnswer,
    lines: z.array(
      z.looseObject({
        episode: z.string(),
        patient: z.string().nullable(),
        as: z.enum(['member', 'make-up', 'walk-in']),
        lifecycle: z.string().nullable(),
        credit: z.object({ track: z.string(), session: z.int() }).nullable(),
        recorded: z
          .looseObject({
            fact: z.int().describe('its number in the episode: what a correction names'),
            status: z.string(),
          })
          .nullable(),
        corrected: z.boolean(),
      }),
    ),
    guests: z.int(),
    warnings: z.array(Warning),
  })
  .meta({ id: 'Roster' });

/** The answer to a command about a group that was accepted. */
export const GroupOutcomeAnswer = z
  .object({
    accepted: z.literal(true),
    stream: z.string().describe('what was written to: `group:…` or `site:…`'),
    version: z.int().describe('of the group after it'),
    events: z.array(z.looseObject({ type: z.string() })),
    warnings: z.array(Warning),
    rows: z
      .array(z.looseObject({ episode: z.string(), accepted: z.boolean() }))
      .optional()
      .describe('only for a roster: what came of each row'),
    leftOut: z.array(z.object({ episode: z.string(), reason: z.string() })).optional(),
    patients: z.array(z.string()).optional().describe('only for closed days of a site'),
    repeated: z.boolean().describe('true where the key was used before and nothing was written'),
  })
  .meta({ id: 'GroupOutcome' });
