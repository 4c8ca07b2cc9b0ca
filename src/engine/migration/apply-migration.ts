import type { Episode } from '../episode.ts';
import { StepwellError } from '../stepwell-error.ts';
import { writeOf } from '../write-episode.ts';
import { judgeMigration, type MigrationTerms } from './judge-migration.ts';
import type { Landing } from './landing.ts';
import type { MigrationIssue } from './migration-issue.ts';
import type { MigrationParts } from './migration-parts.ts';
import type { MigrationRefusal, MigrationRequest } from './migration-request.ts';
import { openCaseload } from './open-caseload.ts';
import { openTerms } from './open-terms.ts';

/** What became of one patient in a migration. A refused one was not touched. */
export type MigrationResult =
  | { readonly accepted: true; readonly episode: string; readonly version: number; readonly landing: Landing }
  | { readonly accepted: false; readonly episode: string; readonly refusal: MigrationRefusal };

/** Who and why, and whom to move; all open episodes of the version unless `episodes` names some. */
export type ApplyOptions = {
  readonly episodes?: readonly string[];
  readonly by?: string;
  readonly reason?: string;
};

const ATTEMPTS = 5;

/**
 * Moves patients to another version, each in a transaction of his own. What an error in the mapping would touch is not begun.
 * Publishes the new version in the store; throws `curriculum-changed` where that id and version has another content there.
 */
export async function applyMigration(
  parts: MigrationParts,
  request: MigrationRequest & ApplyOptions,
): Promise<{ issues: readonly MigrationIssue[]; results: MigrationResult[] }> {
  const { terms, from: old, issues, wrong } = await openTerms(parts, request);
  if (wrong) return { issues, results: [] };
  const { curriculum, to } = request;
  const published = await parts.shelf.forAdmission(curriculum, to);
  await parts.shelf.publish(curriculum, to);
  const episodes = request.episodes ?? (await openCaseload(parts, old));
  const results: MigrationResult[] = [];
  for (const id of new Set(episodes))
    results.push(await moveOne(parts, { ...terms, to: published ?? terms.to }, id));
  return { issues, results };
}

async function moveOne(parts: MigrationParts, terms: MigrationTerms, id: string): Promise<MigrationResult> {
  for (let tries = 1; ; tries += 1) {
    const episode = await readOne(parts, id);
    if ('refusal' in episode) return episode;
    const last = episode.records.at(-1)?.recordedAt ?? '';
    const recordedAt = last > terms.recordedAt ? last : terms.recordedAt;
    const judged = judgeMigration(episode, { ...terms, recordedAt });
    if (!judged.accepted) return refused(id, judged.refusal);
    const { write } = writeOf(judged.after, [judged.event], recordedAt, terms.today);
    try {
      await parts.store.append([write]);
    } catch (error) {
      parts.reader.forget(id);
      if (!(error instanceof StepwellError) || error.code !== 'version-conflict') throw error;
      if (tries < ATTEMPTS) continue;
      return refused(id, {
        code: 'changed-meanwhile',
        message: 'the record was written to at the same time',
      });
    }
    parts.reader.forget(id);
    const version = episode.records.length + 1;
    parts.tell([{ episode: id, version, events: [{ version, event: judged.event }], changes: [] }]);
    return { accepted: true, episode: id, version, landing: judged.landing };
  }
}

/** The episode, or that there is none (any more); what happens to one must not keep the others from being moved. */
async function readOne(
  parts: MigrationParts,
  id: string,
): Promise<Episode | Extract<MigrationResult, { accepted: false }>> {
  try {
    const episode = await parts.reader.read(id);
    return episode ?? refused(id, { code: 'not-found', message: `there is no episode ${id}` });
  } catch (error) {
    if (!(error instanceof StepwellError) || error.code !== 'not-found') throw error;
    return refused(id, { code: 'not-found', message: error.message });
  }
}

function refused(episode: string, refusal: MigrationRefusal): Extract<MigrationResult, { accepted: false }> {
  return { accepted: false, episode, refusal };
}
