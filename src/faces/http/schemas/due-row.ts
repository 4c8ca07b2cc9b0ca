import { z } from 'zod';
import type { DueRow as Row } from '../../../engine/due-row.ts';

/** Something that falls due. */
export const DueRow: z.ZodType<Row> = z
  .object({
    episode: z.string(),
    item: z.string(),
    kind: z.enum([
      'task',
      'deadline',
      'drug-test',
      'stay-maximum',
      'leave-return',
      'gate-check',
      'scheduled',
      'review',
      'authorization',
    ]),
    dueOn: z.string(),
    raised: z.boolean(),
    work: z.boolean(),
    title: z.string(),
    role: z.string(),
    counselor: z.string().nullable(),
  })
  .meta({ id: 'DueRow' });
