import { judgeMigration } from './judge-migration.ts';
import type { Landing } from './landing.ts';
import type { MigrationParts } from './migration-parts.ts';
import type { MigrationRefusal, MigrationRequest } from './migration-request.ts';
import { openCaseload } from './open-caseload.ts';
import { openTerms } from './open-terms.ts';
import { type Rehearsal, totalsOf } from './rehearsal.ts';

/** Carries a migration out over the real caseload without writing: who lands where, who gains, loses, is stuck or refused. */
export async function rehearseMigration(
  parts: MigrationParts,
  request: MigrationRequest,
): Promise<Rehearsal> {
  const { terms, from: old, issues, wrong } = await openTerms(parts, request);
  const { curriculum, from, to } = request;
  const episodes = wrong ? [] : await openCaseload(parts, old);
  const landings: Landing[] = [];
  const refused: { episode: string; refusal: MigrationRefusal }[] = [];
  for (const id of episodes) {
    const episode = await parts.reader.read(id);
    if (episode === null) continue;
    const judged = judgeMigration(episode, terms);
    if (judged.accepted) landings.push(judged.landing);
    else refused.push({ episode: id, refusal: judged.refusal });
  }
  return {
    curriculum,
    from,
    to,
    on: terms.on,
    issues,
    landings,
    refused,
    totals: totalsOf(landings, refused),
  };
}
