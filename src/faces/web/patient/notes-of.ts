import type { HistoryEntry } from '../../../engine/history.ts';
import { standingFacts } from '../../../program/standing-facts.ts';

/** A note of a record as it stands now. */
export type PatientNote = {
  /** The entry that a correction names. */
  readonly fact: number;
  readonly on: string;
  readonly by: string;
  readonly text: string;
  /** Whether it said something else before. */
  readonly corrected: boolean;
};

/** The notes of a patient that stand, corrections applied, the latest first. Pure. */
export function notesOf(history: readonly HistoryEntry[]): PatientNote[] {
  const records = [...history].sort((a, b) => a.version - b.version);
  const corrected = new Set(
    history.filter(({ standing }) => standing === 'amended').map(({ version }) => version),
  );
  return standingFacts(records)
    .flatMap(({ version, fact }): PatientNote[] =>
      fact.type === 'NoteAdded'
        ? [{ fact: version, on: fact.on, by: fact.by, text: fact.text, corrected: corrected.has(version) }]
        : [],
    )
    .sort((a, b) => (a.on === b.on ? b.fact - a.fact : a.on < b.on ? 1 : -1));
}
