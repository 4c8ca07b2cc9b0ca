import { z } from 'zod';
import { Criterion } from './criterion.ts';
import { Duration } from './duration.ts';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';
import { Weeks } from './weeks.ts';

/** A part of a curriculum that a patient is in, between an entry and an exit gate. */
export const Phase = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  summary: z.string().optional(),
  weeks: Weeks.optional().describe(
    'the weeks that the published program gives it; a phase without weeks takes no calendar time',
  ),
  stay: z
    .strictObject({ minimum: Duration.optional(), maximum: Duration.optional() })
    .optional()
    .describe('minimum is part of the exit gate (not of exitAfterReturn); beyond maximum a review is due'),
  exit: Criterion.optional().describe('the gate to the next phase'),
  exitAfterReturn: Criterion.optional().describe(
    'the gate that holds instead when the patient was sent back to this phase',
  ),
  advance: z
    .enum(['counselor', 'automatic'])
    .optional()
    .describe(
      'counselor (unless given): a person decides once the gate is met; automatic: it happens on that day',
    ),
  next: z.array(Identifier).optional().describe('the phases that may follow; the one below unless given'),
  returnsTo: z.array(Identifier).optional().describe('earlier phases to which a patient may be sent back'),
  milestone: z
    .string()
    .optional()
    .describe('what reaching this phase means for the patient, for example a graduation'),
  final: z.enum(['completed', 'transferred']).optional().describe('the episode ends here, with this reason'),
  ...provenance,
});
export type Phase = z.infer<typeof Phase>;
