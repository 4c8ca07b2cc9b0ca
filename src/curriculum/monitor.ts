import { z } from 'zod';
import { Criterion } from './criterion.ts';
import { DischargeReason } from './discharge-reason.ts';
import { Duration } from './duration.ts';
import { Identifier } from './identifier.ts';
import { provenance } from './provenance.ts';

/** From when a monitor's deadline counts. */
export const DeadlineStart = z.enum([
  'state-entry',
  'last-contact',
  'last-attendance',
  'phase-entry',
  'admission',
]);
export type DeadlineStart = z.infer<typeof DeadlineStart>;

/** A way out of a monitor's state: when a criterion holds, or after a time. */
export const MonitorTransition = z
  .strictObject({
    to: Identifier,
    when: Criterion.optional(),
    after: z
      .strictObject({
        ...Duration.shape,
        since: DeadlineStart.optional().describe('state-entry unless given'),
      })
      .optional(),
    ...provenance,
  })
  .refine(
    (t) => (t.when === undefined) !== (t.after === undefined),
    'give either when (a criterion) or after (a time)',
  );
export type MonitorTransition = z.infer<typeof MonitorTransition>;

/** Work that falls due for a person when a monitor enters a state. */
export const Task = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  role: Identifier.optional().describe('who does it; the counselor unless given'),
  within: Duration.optional().describe('the same day unless given'),
  until: z
    .enum(['done', 'state'])
    .optional()
    .describe(
      'done (unless given): it stays open until somebody does it; state: it closes when the monitor leaves the state',
    ),
});
export type Task = z.infer<typeof Task>;

/** One state of a monitor. */
export const MonitorState = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  transitions: z.array(MonitorTransition).max(100).optional(),
  tasks: z.array(Task).optional(),
  discharge: z
    .strictObject({ reason: DischargeReason, mode: z.enum(['recommended', 'automatic']) })
    .optional()
    .describe('entering the state recommends a discharge to the counselor, or carries it out'),
  lasting: z.boolean().optional().describe('true where no way out is intended'),
  ...provenance,
});
export type MonitorState = z.infer<typeof MonitorState>;

/** A region that watches a patient: attendance, abstinence, and the like. The first state is the initial one. */
export const Monitor = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  states: z.array(MonitorState).min(1).max(100),
  ...provenance,
});
export type Monitor = z.infer<typeof Monitor>;
