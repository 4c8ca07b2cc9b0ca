import { z } from 'zod';

const day = z.string().describe('YYYY-MM-DD');
const maybe = day.nullable();

/** Where an episode stands and why. */
export const StatusAnswer = z
  .looseObject({
    episode: z.string(),
    patient: z.string().nullable(),
    counselor: z.string().nullable(),
    site: z.string().nullable(),
    curriculum: z.object({ id: z.string(), version: z.string(), title: z.string() }),
    version: z.int().describe('give it as If-Match with a command'),
    asOf: day,
    knownAt: z.string().nullable(),
    lifecycle: z.string(),
    admittedOn: maybe,
    week: z.int().nullable(),
    phase: z
      .object({ id: z.string(), title: z.string(), since: maybe, days: z.int(), returned: z.boolean() })
      .nullable(),
    ended: z.object({ reason: z.string(), on: day, graduated: z.boolean() }).nullable(),
    leave: z.object({ since: day, expectedReturn: maybe, planned: z.boolean() }).nullable(),
    tracks: z.array(
      z.looseObject({
        id: z.string(),
        title: z.string(),
        open: z.boolean(),
        required: z.int(),
        done: z.array(z.int()),
        owed: z.array(z.int()),
        missed: z.int(),
        excused: z.int(),
        unrecorded: z.int(),
      }),
    ),
    monitors: z.array(
      z.looseObject({ id: z.string(), title: z.string(), state: z.string(), stateTitle: z.string() }),
    ),
    drugTests: z.looseObject({ negative: z.int(), positive: z.int(), missed: z.int(), lastOn: maybe }),
    gate: z
      .object({
        to: z.array(z.string()),
        roles: z.array(z.string()).describe('who may decide on it'),
        explanation: z.looseObject({
          truth: z.enum(['satisfied', 'unsatisfied', 'unknown']),
          sentence: z.string(),
          missing: z.string().nullable(),
          earliest: maybe,
        }),
      })
      .nullable(),
    due: z.array(z.looseObject({ item: z.string(), dueOn: day, title: z.string(), role: z.string() })),
    allowed: z.array(z.object({ type: z.string(), to: z.array(z.string()).optional() })),
  })
  .meta({ id: 'Status' });
