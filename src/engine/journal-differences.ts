import type { JournalEntry } from '../program/journal.ts';
import type { Change } from './outcome.ts';
import { changesOf } from './write-episode.ts';

/** What a journal says that an earlier one did not, and then what the earlier one said and this one does not, as changes. Pure. */
export function journalDifferences(
  before: readonly JournalEntry[],
  after: readonly JournalEntry[],
): Change[] {
  const keyOf = (entry: JournalEntry) =>
    JSON.stringify([entry.day, entry.kind, entry.id, entry.from, entry.to]);
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const gone = before.filter((entry) => !is.has(keyOf(entry)));
  return [
    ...changesOf(after.filter((entry) => !was.has(keyOf(entry)))),
    ...changesOf(gone).map((change) => ({
      ...change,
      from: change.to,
      to: change.from,
      text: `No longer: ${change.text}`,
    })),
  ];
}
