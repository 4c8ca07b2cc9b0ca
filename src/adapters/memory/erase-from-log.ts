import { type Erasure, erasureBody } from '../../engine/erasure.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { appendToLog } from './append-to-log.ts';
import type { MemoryLog } from './memory-log.ts';

/** Takes the content of an episode out of a log; the rules are those of `EventStore.erase`. */
export function eraseFromLog(
  log: MemoryLog,
  episode: string,
  order: Omit<Erasure, 'episode' | 'version'>,
): number {
  const positions = log.episodes.get(episode);
  if (positions === undefined) throw new StepwellError('not-found', 'There is no such episode.', { episode });
  const records = new Set(log.erasures.filter((row) => row.episode === episode).map((row) => row.version));
  const full = positions.filter((position, at) => {
    return log.events[position - 1]?.body !== null && !records.has(at + 1);
  });
  if (full.length > 0) {
    const { recordedAt, by, reason } = order;
    const erasure = { episode, version: positions.length + 1, recordedAt, by, reason };
    const events = [erasureBody(erasure)];
    const expectedVersion = positions.length;
    appendToLog(log, [
      { episode, expectedVersion, recordedAt, events, snapshot: null, due: null, caseload: null },
    ]);
    log.erasures.push(erasure);
    for (const position of full) {
      const event = log.events[position - 1];
      if (event !== undefined) log.events[position - 1] = { ...event, body: null, salt: null };
    }
  }
  log.snapshots.delete(episode);
  log.due.delete(episode);
  log.caseload.delete(episode);
  log.worklists.delete(episode);
  log.courses.delete(episode);
  for (const [key, command] of log.commands) {
    if (command.episodes.includes(episode) || command.answer.includes(JSON.stringify(episode))) {
      log.commands.set(key, { ...command, fingerprint: '', answer: 'null' });
    }
  }
  return full.length;
}
