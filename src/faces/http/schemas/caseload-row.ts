import { z } from 'zod';
import type { CaseloadRow as Row } from '../../../engine/caseload-row.ts';

/** A line of the caseload. */
export const CaseloadRow: z.ZodType<Row> = z
  .object({
    episode: z.string(),
    patient: z.string(),
    counselor: z.string().nullable(),
    site: z.string().nullable(),
    curriculum: z.string(),
    curriculumVersion: z.string(),
    levelOfCare: z.string(),
    lifecycle: z.string(),
    phase: z.string().nullable(),
    week: z.int().nullable().describe('program week, from 1'),
    admittedOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    lastAttendedOn: z.string().nullable(),
    gate: z.enum(['satisfied', 'unsatisfied', 'unknown']).nullable(),
    blockers: z.array(z.string()),
    monitors: z.record(z.string(), z.string()),
    nextDueOn: z.string().nullable(),
    nextDue: z.string().nullable(),
    meetings: z
      .array(z.object({ on: z.string(), track: z.string(), outcome: z.string().nullable() }))
      .describe('the last meetings, and the next ones with no outcome yet'),
    lastTest: z
      .object({ on: z.string(), negativeInARow: z.int(), positive: z.int() })
      .nullable()
      .describe('the last drug test; null before the first'),
    asOf: z.string().describe('the day about which the row speaks'),
    version: z.int(),
  })
  .meta({ id: 'CaseloadRow' });
