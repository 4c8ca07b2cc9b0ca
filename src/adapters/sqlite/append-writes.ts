import type { AppendResult, EpisodeWrite, IdempotentAnswer } from '../../engine/event-store.ts';
import type { Tables } from './tables.ts';

/** Writes a batch; to be run inside one immediate transaction. The rules are those of `EventStore.append`. */
export function appendWrites(
  tables: Tables,
  writes: readonly EpisodeWrite[],
  idempotent: IdempotentAnswer | undefined,
): AppendResult {
  if (idempotent !== undefined) {
    const answer = tables.commands.repeat(idempotent);
    if (answer !== null) return { repeated: true, answer };
  }
  const before = tables.head.read();
  let head = before;
  for (const write of writes) {
    const { episode, expectedVersion, events, snapshot, due, caseload } = write;
    head = tables.events.add(write, head);
    if (snapshot !== null) {
      const version = expectedVersion + events.length;
      tables.snapshots.write({ episode, version, planHash: snapshot.planHash, body: snapshot.body });
    }
    if (due !== null) tables.due.replace(episode, due);
    if (write.worklist !== undefined) tables.worklists.replace(episode, write.worklist);
    if (write.course !== undefined) tables.courses.write(write.course);
    if (caseload !== null) tables.caseload.write(caseload);
  }
  if (head.count > before.count) tables.head.write(head);
  if (idempotent !== undefined) {
    const episodes = new Set([...writes.map((write) => write.episode), ...(idempotent.episodes ?? [])]);
    tables.commands.write(idempotent, [...episodes]);
  }
  return { repeated: false };
}
