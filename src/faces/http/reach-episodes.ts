import type { AccessEntry } from '../../access/access-entry.ts';
import type { Principal } from '../../access/principal.ts';
import type { Reach } from '../../access/reach.ts';
import { reachEpisode } from '../../access/reach-episode.ts';
import type { CaseloadRow } from '../../engine/caseload-row.ts';
import type { Clinic } from './clinic.ts';
import { HttpProblem } from './http-problem.ts';

/**
 * Gives the caseload rows of episodes that somebody may reach, and logs it, before anything of them is answered: one line for each
 * ground. Throws the problem `not-found` where one of them is not there or not within reach; the answer is the same for both.
 */
export async function reachEpisodes(
  clinic: Clinic,
  principal: Principal | null,
  reach: Reach,
  ids: readonly string[],
  log: (entry: Partial<AccessEntry>) => void,
): Promise<CaseloadRow[]> {
  const { engine, access, clock } = clinic;
  const found: { row: CaseloadRow; basis: string; reason: string | null }[] = [];
  for (const id of new Set(ids)) {
    const [row] = await engine.caseload({ episode: id, limit: 1 });
    const place = row ?? { counselor: null, site: null };
    const withGrants = () =>
      principal && reachEpisode(principal, reach, place, access.glass.open(principal.id, id, clock.now()));
    // Most are reached without breaking the glass; whether it was broken is asked only where they are not.
    const reached = principal && (reachEpisode(principal, reach, place, []) ?? withGrants());
    if (row === undefined || reached === null) {
      log({ outcome: 'denied', subjects: [{ episode: id, patient: row?.patient ?? null }] });
      throw new HttpProblem(404, 'not-found', 'There is nothing here for you under that name.');
    }
    found.push({ row, ...reached });
  }
  const grounds = Map.groupBy(found, ({ basis, reason }) => JSON.stringify([basis, reason]));
  for (const group of grounds.values()) {
    const subjects = group.map(({ row }) => ({ episode: row.episode, patient: row.patient }));
    log({ subjects, basis: group[0]?.basis ?? null, reason: group[0]?.reason ?? null });
  }
  return found.map(({ row }) => row);
}
