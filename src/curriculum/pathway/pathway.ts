import { z } from 'zod';
import { Criterion } from '../criterion.ts';
import { CurriculumVersion } from '../curriculum.ts';
import { Duration } from '../duration.ts';
import { Identifier } from '../identifier.ts';
import { LevelOfCare } from '../level-of-care.ts';
import { provenance, Source } from '../provenance.ts';
import { SessionNumbers } from './session-numbers.ts';

/** A way from one stage to another, with what must hold for it or speaks for it. */
export const PathwayMove = z.strictObject({
  to: Identifier.describe('the stage that the patient moves to'),
  kind: z
    .enum(['step-down', 'step-up', 'transfer'])
    .describe('to a lower level of care, to a higher one, or to another program of the same level'),
  when: Criterion.optional().describe(
    'what must hold, or speaks for the move; a person decides alone unless given',
  ),
  requires: z
    .enum(['criteria', 'decision'])
    .optional()
    .describe(
      'criteria: they must hold, or be overridden (unless given, for a step-down); decision: they only advise, and a person moves the patient with a reason (unless given, for the others)',
    ),
  roles: z
    .array(Identifier)
    .min(1)
    .optional()
    .describe('who may decide it; who may advance a patient unless given'),
  ...provenance,
});
export type PathwayMove = z.infer<typeof PathwayMove>;

/** A stay at one level of care, which runs one curriculum. */
export const PathwayStage = z.strictObject({
  id: Identifier,
  title: z.string().min(1),
  curriculum: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(@\S+)?$/, 'write the id of a curriculum, or id@version')
    .describe('the curriculum that it runs: an id, or id@version'),
  levelOfCare: LevelOfCare.optional().describe("the curriculum's own unless given"),
  entry: z.boolean().optional().describe('false where nobody is admitted to it directly; true unless given'),
  stay: z
    .strictObject({ minimum: Duration.optional(), maximum: Duration.optional() })
    .optional()
    .describe(
      'minimum is part of each step-down; beyond maximum a review is due, and the stay may be extended with a reason',
    ),
  moves: z
    .array(PathwayMove)
    .max(50)
    .optional()
    .describe('the ways out; the episode ends with its curriculum where there are none, or only ways up'),
  ends: z
    .literal(true)
    .optional()
    .describe(
      'true where the episode ends with the curriculum although there is a way down or across, as between two programs at the last level',
    ),
  ...provenance,
});
export type PathwayStage = z.infer<typeof PathwayStage>;

const Sessions = {
  curriculum: Identifier,
  track: Identifier.optional().describe(
    'left out on both sides: every track that bears the same name in both curricula, session by session',
  ),
  sessions: SessionNumbers.optional().describe('all sessions of the track unless given'),
};

/** Sessions of one curriculum that count for sessions of another, so that credit survives a move. */
export const Equivalence = z.strictObject({
  from: z.strictObject(Sessions),
  to: z.strictObject(Sessions).describe('one for one with those of `from`, in the order written'),
  expiresAfter: Duration.optional().describe(
    'how long after it was attended a session counts; always unless given',
  ),
  ...provenance,
});
export type Equivalence = z.infer<typeof Equivalence>;

/**
 * Levels of care in order, with the criteria to step down and up between them. Each stage runs a curriculum of its own; the
 * first one is where a patient enters unless the admission names another.
 *
 * A value of this type has the right shape. Whether it makes sense together with its curricula is what `checkPathway` tells.
 */
export const Pathway = z.strictObject({
  id: Identifier,
  version: CurriculumVersion,
  title: z.string().min(1),
  summary: z.string().optional(),
  sources: z.record(Identifier, Source),
  stages: z.array(PathwayStage).min(1).max(30),
  equivalences: z.array(Equivalence).max(200).optional(),
});
export type Pathway = z.infer<typeof Pathway>;
