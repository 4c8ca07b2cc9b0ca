import type { SessionUse } from '../../access/session.ts';

/** When sessions were used last, as far as it is not in the file of accounts yet. */
export type SessionUses = {
  /** Notes that a session was used; it is written soon, together with others, and nobody waits for it. */
  note(use: SessionUse): void;
  /** The latest instant that was noted and is not known to be written; undefined where there is none. */
  latest(session: string): string | undefined;
  forget(session: string): void;
};

/**
 * Makes the notes before a table of sessions. `write` writes some of them, at once or by and by; where it fails, `onError` hears of it, the note
 * stays here and its session good, and it is written with the next use of the session.
 */
export function createSessionUses(
  write: (uses: readonly SessionUse[]) => unknown,
  onError: (error: unknown) => void,
): SessionUses {
  const noted = new Map<string, string>();
  let waiting: SessionUse[] = [];
  const flush = async () => {
    const uses = waiting;
    waiting = [];
    try {
      await write(uses);
      for (const { id, usedAt } of uses) if (noted.get(id) === usedAt) noted.delete(id);
    } catch (error) {
      onError(error);
    }
  };
  return {
    note: (use) => {
      if (waiting.length === 0) setImmediate(flush);
      noted.set(use.id, use.usedAt);
      waiting.push(use);
    },
    latest: (session) => noted.get(session),
    forget: (session) => void noted.delete(session),
  };
}
