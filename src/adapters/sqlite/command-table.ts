import type Database from 'better-sqlite3';
import type { IdempotentAnswer } from '../../engine/event-store.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';

/** The table of answered commands, by idempotency key. */
export type CommandTable = {
  read(key: string): { fingerprint: string; answer: string } | null;
  /** The answer that was given to this very request, or null. Throws `idempotency-key-reused`. */
  repeat(request: IdempotentAnswer): string | null;
  write(request: IdempotentAnswer, episodes: readonly string[]): void;
  /** Empties the answers and fingerprints of all commands that wrote to an episode, named it or were answered with its id. */
  erase(episode: string): void;
};

/** Prepares the statements on the table `command`. */
export function prepareCommandTable(db: Database.Database): CommandTable {
  const read = db.prepare<[string], { fingerprint: string; answer: string }>(
    'SELECT fingerprint, answer FROM command WHERE key = ?',
  );
  const write = db.prepare('INSERT INTO command (key, fingerprint, answer, episodes) VALUES (?, ?, ?, ?)');
  const erase = db.prepare(
    `UPDATE command SET fingerprint = '', answer = 'null'
     WHERE EXISTS (SELECT 1 FROM json_each(command.episodes) WHERE value = ?) OR instr(answer, ?) > 0`,
  );
  return {
    read: (key) => read.get(key) ?? null,
    repeat: ({ key, fingerprint }) => {
      const found = read.get(key);
      if (found === undefined) return null;
      if (found.fingerprint === fingerprint) return found.answer;
      throw new StepwellError('idempotency-key-reused', 'The idempotency key was used for another request.');
    },
    write: ({ key, fingerprint, answer }, episodes) =>
      void write.run(key, fingerprint, answer, JSON.stringify(episodes)),
    erase: (episode) => void erase.run(episode, JSON.stringify(episode)),
  };
}
