import { z } from 'zod';
import { Identifier } from './identifier.ts';

/** What becomes of something that was removed: it stays in the history, without effect. */
export const DROP = 'drop';

const target = Identifier.describe('an id of the new version, or drop: kept in the history, without effect');

/**
 * Where patients of one phase go. One phase of the new version; or, for a phase that was split, a part by the program week
 * of each day, or a choice for each patient.
 */
export const PhaseTarget = z.union([
  Identifier,
  z.strictObject({
    splitBy: z.literal('program-week'),
    parts: z
      .array(z.strictObject({ phase: Identifier, fromWeek: z.int().min(1) }))
      .min(1)
      .refine(
        (parts) =>
          parts[0]?.fromWeek === 1 && parts.every((p, i) => p.fromWeek > (parts[i - 1]?.fromWeek ?? 0)),
        'begin with fromWeek 1 and go upwards',
      ),
  }),
  z.strictObject({
    splitBy: z.literal('patient'),
    episodes: z.record(z.string(), Identifier).describe('the phase of the new version, by episode'),
    otherwise: Identifier.optional(),
  }),
]);
export type PhaseTarget = z.infer<typeof PhaseTarget>;

/** Where one session goes: a number in the track that its track maps to, a session of another track, or `drop`. */
export const SessionTarget = z.union([
  z.int().min(1),
  z.literal(DROP),
  z.strictObject({ track: Identifier, session: z.int().min(1) }),
]);
export type SessionTarget = z.infer<typeof SessionTarget>;

/**
 * What becomes of the ids of one version of a curriculum in another: old to new. Several old ids may map to one new one.
 * What is not named maps to the same id, where the new version has it; see `completeMapping`.
 */
export const CurriculumMapping = z.strictObject({
  phases: z.record(Identifier, PhaseTarget).optional(),
  tracks: z.record(Identifier, target).optional(),
  sessions: z
    .record(Identifier, z.record(z.string().regex(/^[1-9]\d{0,2}$/, 'write a session number'), SessionTarget))
    .optional()
    .describe('by old track and old session number'),
  monitors: z.record(Identifier, target).optional(),
  signOffs: z.record(Identifier, target).optional().describe('subjects of sign-offs; the same unless given'),
  instruments: z.record(Identifier, target).optional().describe('assessments; the same unless given'),
});
export type CurriculumMapping = z.infer<typeof CurriculumMapping>;

/** What becomes of a version of a curriculum in another; or of a pathway: of its stages, and of the curriculum of each. */
export const MigrationMapping = CurriculumMapping.extend({
  stages: z
    .record(Identifier, Identifier)
    .optional()
    .describe('of a pathway: old stage to new stage; the same id unless given'),
  curricula: z
    .record(Identifier, CurriculumMapping)
    .optional()
    .describe('of a pathway: what becomes of the curriculum of its stages, by its id'),
});
export type MigrationMapping = z.infer<typeof MigrationMapping>;
