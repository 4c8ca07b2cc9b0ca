import { checkWrites } from '../../engine/check-writes.ts';
import type { AppendResult, EpisodeWrite, IdempotentAnswer } from '../../engine/event-store.ts';
import { CHAIN_START, sealEvent } from '../../engine/hash-chain.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import type { MemoryLog } from './memory-log.ts';

/** Writes a batch to a log: whole, or not at all where it throws. The rules are those of `EventStore.append`. */
export function appendToLog(
  log: MemoryLog,
  writes: readonly EpisodeWrite[],
  idempotent?: IdempotentAnswer,
): AppendResult {
  checkWrites(writes);
  const before = idempotent && log.commands.get(idempotent.key);
  if (before !== undefined) {
    if (before.fingerprint === idempotent?.fingerprint) return { repeated: true, answer: before.answer };
    throw new StepwellError('idempotency-key-reused', 'The idempotency key was used for another request.');
  }
  checkVersions(log, writes);
  for (const write of writes) writeEpisode(log, write);
  if (idempotent !== undefined) {
    const episodes = [...writes.map((write) => write.episode), ...(idempotent.episodes ?? [])];
    log.commands.set(idempotent.key, { ...idempotent, episodes });
  }
  return { repeated: false };
}

function checkVersions(log: MemoryLog, writes: readonly EpisodeWrite[]): void {
  const versions = new Map<string, number>();
  for (const { episode, expectedVersion: expected, events } of writes) {
    const present = versions.get(episode) ?? log.episodes.get(episode)?.length ?? 0;
    if (present !== expected) {
      throw new StepwellError(
        'version-conflict',
        `The episode has version ${present}, and ${expected} was expected.`,
        { episode, expected, present },
      );
    }
    versions.set(episode, expected + events.length);
  }
}

function writeEpisode(log: MemoryLog, write: EpisodeWrite): void {
  const { episode, recordedAt } = write;
  const positions = log.episodes.get(episode) ?? [];
  let last = log.events[(positions.at(-1) ?? 0) - 1]?.hash ?? CHAIN_START;
  for (const body of write.events) {
    const position = log.head.count + 1;
    const event = { position, episode, version: positions.length + 1, recordedAt, body };
    const seal = sealEvent({ hash: last, head: log.head.head }, event);
    log.events.push({ ...event, ...seal });
    log.head = { count: position, head: seal.head };
    positions.push(position);
    log.episodes.set(episode, positions);
    last = seal.hash;
  }
  if (write.snapshot !== null) {
    log.snapshots.set(episode, { episode, version: positions.length, ...write.snapshot });
  }
  if (write.due !== null) log.due.set(episode, structuredClone(write.due));
  if (write.worklist !== undefined) log.worklists.set(episode, structuredClone(write.worklist));
  if (write.course !== undefined) log.courses.set(episode, structuredClone(write.course));
  if (write.caseload !== null) log.caseload.set(episode, structuredClone(write.caseload));
}
