import type { ChainedEvent } from '../../engine/chained-event.ts';
import type { EventStore, StoredCurriculum, StoredEvent } from '../../engine/event-store.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { appendToLog } from './append-to-log.ts';
import { compareBytes } from './compare-bytes.ts';
import { eraseFromLog } from './erase-from-log.ts';
import { createMemoryLog, type MemoryLog } from './memory-log.ts';
import { caseloadInLog, dueInLog } from './query-log.ts';
import { verifyLog } from './verify-log.ts';
import { worklistInLog } from './worklist-in-log.ts';

/**
 * Makes an event store that keeps everything in memory: for tests, for trying things out, for rehearsals.
 *
 * It keeps the whole contract of `EventStore`, the hash chain included, and forgets when the process ends. Stores
 * that are given one log see each other's writes.
 *
 * ```ts
 * const store = createMemoryEventStore();
 * await store.read('episode-1') //=> []
 * ```
 */
export function createMemoryEventStore(log: MemoryLog = createMemoryLog()): EventStore {
  let open = true;
  /** Runs synchronously, so that no other call comes between; a failure becomes a rejection. */
  const run = async <T>(work: () => T): Promise<T> => {
    if (open) return work();
    throw new StepwellError('store-unavailable', 'The store is closed.');
  };
  return {
    append: (writes, idempotent) => run(() => appendToLog(log, writes, idempotent)),
    answer: (key) =>
      run(() => {
        const found = log.commands.get(key);
        return found === undefined ? null : { fingerprint: found.fingerprint, answer: found.answer };
      }),
    read: (episode, afterVersion = 0) =>
      run(() => {
        const positions = log.episodes.get(episode) ?? [];
        return positions
          .slice(Math.max(0, afterVersion))
          .map((position) => storedEvent(log.events[position - 1]!));
      }),
    stamp: () => log.events.length,
    readAll: (afterPosition, limit) =>
      run(() => {
        const from = Math.max(0, afterPosition);
        return log.events.slice(from, from + limit).map(storedEvent);
      }),
    streams: (prefix) =>
      run(() => [...log.episodes.keys()].filter((id) => id.startsWith(prefix)).sort(compareBytes)),
    snapshot: (episode) => run(() => copy(log.snapshots.get(episode))),
    deleteSnapshots: () => run(() => log.snapshots.clear()),
    due: (query) => run(() => dueInLog(log, query)),
    episodesDue: (upTo, limit) =>
      run(() => {
        const first = new Map<string, string>();
        for (const { episode, dueOn, raised } of dueInLog(log, { upTo, work: 'all' })) {
          if (!raised && !first.has(episode)) first.set(episode, dueOn);
        }
        return [...first].slice(0, limit).map(([episode, dueOn]) => ({ episode, dueOn }));
      }),
    caseload: (query) => run(() => caseloadInLog(log, query)),
    courses: ({ site } = {}) =>
      run(() =>
        [...log.courses.values()]
          .filter((course) => site === undefined || course.site === site)
          .sort((a, b) => compareBytes(a.episode, b.episode)),
      ),
    worklist: (selection) => run(() => worklistInLog(log, selection)),
    cached: (episode) =>
      run(() => ({
        snapshot: copy(log.snapshots.get(episode)),
        due: dueInLog(log, { episode, work: 'all' }),
        caseload: caseloadInLog(log, { episode })[0] ?? null,
        worklist: structuredClone(log.worklists.get(episode) ?? []),
        course: log.courses.get(episode) ?? null,
      })),
    publish: (curriculum) => run(() => publish(log, curriculum)),
    curriculum: (id, version) => run(() => copy(log.curricula.get(JSON.stringify([id, version])))),
    curricula: () =>
      run(() =>
        [...log.curricula.values()]
          .map(({ id, version, hash }) => ({ id, version, hash }))
          .sort((a, b) => compareBytes(a.id, b.id) || compareBytes(a.version, b.version)),
      ),
    erase: (episode, order) => run(() => eraseFromLog(log, episode, order)),
    erased: () => run(() => [...new Set(log.erasures.map(({ episode }) => episode))].sort(compareBytes)),
    outsideHead: () => run(() => ({ ...log.head })),
    verify: (outside) => run(() => verifyLog(log, outside)),
    close: async () => {
      open = false;
    },
  };
}

function storedEvent(event: ChainedEvent): StoredEvent {
  const { position, episode, version, recordedAt, body, hash } = event;
  return { position, episode, version, recordedAt, body, hash };
}

function publish(log: MemoryLog, curriculum: StoredCurriculum): void {
  const { id, version, hash, body } = curriculum;
  const key = JSON.stringify([id, version]);
  const kept = log.curricula.get(key);
  if (kept === undefined) log.curricula.set(key, { id, version, hash, body });
  else if (kept.hash !== hash) {
    throw new StepwellError(
      'curriculum-changed',
      `Curriculum ${id} ${version} is published with other content.`,
      {
        id,
        version,
      },
    );
  }
}

function copy<T extends object>(found: T | undefined): T | null {
  return found === undefined ? null : { ...found };
}
