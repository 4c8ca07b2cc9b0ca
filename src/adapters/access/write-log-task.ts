import type { AccessEntry } from '../../access/access-entry.ts';
import type { SessionUse } from '../../access/session.ts';
import type { AccessStore } from './access-store.ts';

/** What is written to the file of accounts while requests are answered: lines of the log, or when sessions were used. */
export type LogTask = { readonly lines?: readonly AccessEntry[]; readonly uses?: readonly SessionUse[] };

/** Writes them, the lines in one transaction and the uses in another. */
export function writeLogTask({ log, sessions }: AccessStore, { lines, uses }: LogTask): void {
  if (lines !== undefined) log.addAll(lines);
  if (uses !== undefined) sessions.useAll(uses);
}
