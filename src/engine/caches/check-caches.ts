import { canonicalJson } from '../../program/canonical-json.ts';
import { persistFold } from '../../program/persist-fold.ts';
import type { Clock } from '../clock.ts';
import { type Episode, standAsOf } from '../episode.ts';
import { EpisodeReader } from '../episode-reader.ts';
import type { CachedRows } from '../event-store.ts';
import { readIfThere } from '../read-if-there.ts';
import { writeOf } from '../write-episode.ts';
import type { CacheParts } from './cache-parts.ts';
import { episodeIds } from './episode-ids.ts';
import { toldAnew } from './told-anew.ts';

/** What is kept beside the events of an episode, so that it need not be told each time. */
export type CacheName = 'snapshot' | 'due' | 'caseload' | 'worklists' | 'census';

/** What came of comparing caches with the events. */
export type CacheCheck = {
  /** How many episodes were compared, erased ones included. */
  readonly episodes: number;
  readonly differing: readonly {
    readonly episode: string;
    /** True where the episode was erased, and something of it is left. */
    readonly erased: boolean;
    readonly caches: readonly CacheName[];
  }[];
};

/** How often an episode is looked at again that somebody else may be writing to. */
const LOOKS = 3;

/**
 * Tells every episode from its events alone, and compares what is kept beside them: as of the day of its caseload row, since caches speak of
 * the last write or clock run. Writes nothing; others may write meanwhile. `step` hears of each episode. Throws what reading an episode
 * throws (`corrupt-record`).
 */
export async function checkCaches(
  { store, shelf, clock, pause }: CacheParts,
  step: () => void = () => {},
): Promise<CacheCheck> {
  const anew = toldAnew(store, shelf);
  const quick = new EpisodeReader(store, shelf, { keptBytes: 0 });
  const differing: CacheCheck['differing'][number][] = [];
  const ids = await episodeIds(store);
  for (const id of ids) {
    for (let look = 1; look <= LOOKS; look += 1) {
      const cached = await store.cached(id);
      const episode = await readIfThere(anew, id);
      const shortcut = cached.snapshot === null ? null : await readIfThere(quick, id);
      const caches = episode === null ? leftOver(cached) : differences(cached, episode, shortcut, clock);
      if (caches.length === 0) break;
      if (look === LOOKS) differing.push({ episode: id, erased: episode === null, caches });
    }
    step();
    await pause();
  }
  return { episodes: ids.length, differing };
}

function leftOver({ snapshot, due, caseload, worklist, course }: CachedRows): CacheName[] {
  return named({
    snapshot: snapshot !== null,
    due: due.length > 0,
    caseload: caseload !== null,
    worklists: worklist.length > 0,
    census: course !== null,
  });
}

function differences(
  cached: CachedRows,
  episode: Episode,
  shortcut: Episode | null,
  clock: Clock,
): CacheName[] {
  const asOf = cached.caseload?.asOf ?? clock.today();
  const { write } = writeOf(episode, [], clock.now(), asOf, asOf);
  const differ = (kept: unknown, told: unknown) => canonicalJson(kept) !== canonicalJson(told);
  const rows = (list: readonly object[] | null | undefined) => (list ?? []).map(canonicalJson).sort();
  return named({
    snapshot: shortcut !== null && standing(shortcut, asOf) !== standing(episode, asOf),
    due: differ(rows(cached.due), rows(write.due)),
    caseload: differ(cached.caseload, write.caseload),
    worklists: differ(rows(cached.worklist), rows(write.worklist)),
    census: differ(cached.course, write.course),
  });
}

/** All that is told of an episode as of a day, as text. */
function standing(episode: Episode, on: string): string {
  const { episode: told, fold } = standAsOf(episode, on);
  return canonicalJson(persistFold(told.course, fold));
}

function named(found: Readonly<Record<CacheName, boolean>>): CacheName[] {
  return (Object.keys(found) as CacheName[]).filter((name) => found[name]);
}
