import { type ApplyOptions, applyMigration, type MigrationResult } from './apply-migration.ts';
import type { MigrationIssue } from './migration-issue.ts';
import type { MigrationParts } from './migration-parts.ts';
import type { MigrationRequest } from './migration-request.ts';
import { openTerms } from './open-terms.ts';
import type { MigrationPlan } from './plan-migration.ts';
import type { Rehearsal } from './rehearsal.ts';
import { rehearseMigration } from './rehearse-migration.ts';
import { type UndoRequest, type UndoResult, undoMigration } from './undo-migration.ts';

/**
 * Moving patients who are in treatment to another version of their curriculum: `engine.migration`.
 *
 * Plan the mapping, rehearse it on the real caseload, apply it to all or to some, undo it for one.
 * Throws `not-found` for a version that neither the store nor the library has.
 */
export type EngineMigration = {
  /** The mapping with nothing left to be derived, and what is wrong with it. */
  plan(request: Pick<MigrationRequest, 'curriculum' | 'from' | 'to' | 'mapping'>): Promise<MigrationPlan>;
  /** What would become of every open episode; nothing is written. */
  rehearse(request: MigrationRequest): Promise<Rehearsal>;
  /** Moves patients, each in a transaction of his own; a refused one is not touched. */
  apply(
    request: MigrationRequest & ApplyOptions,
  ): Promise<{ issues: readonly MigrationIssue[]; results: MigrationResult[] }>;
  /** Takes the latest migration of one episode back. */
  undo(request: UndoRequest): Promise<UndoResult>;
};

/** The migrations of an engine, over its store, its caches and its clock. */
export function createMigration(parts: MigrationParts): EngineMigration {
  return {
    plan: async (request) => {
      const { terms, issues } = await openTerms(parts, request);
      return { mapping: terms.mapping, issues };
    },
    rehearse: (request) => rehearseMigration(parts, request),
    apply: (request) => applyMigration(parts, request),
    undo: (request) => undoMigration(parts, request),
  };
}
