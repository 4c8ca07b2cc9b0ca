import type { HistoryEntry } from '../../engine/history.ts';
import { ATTENDANCE_WORDS, DISCHARGE_WORDS, TEST_WORDS } from './record-words.ts';

/** A part of an entry that can be corrected, and what it says at present. */
export type CorrectionField = {
  readonly name: string;
  readonly type: 'date' | 'text' | 'area' | 'number' | 'choice';
  readonly present: unknown;
  readonly options: readonly (readonly [value: string, title: string])[];
};

const HIDDEN = ['type', 'by', 'role', 'reason', 'curriculum', 'version', 'fact'];
const CHOICES: Readonly<Record<string, CorrectionField['options']>> = {
  status: ATTENDANCE_WORDS,
  result: TEST_WORDS,
  discharge: DISCHARGE_WORDS,
};

/** The parts of an entry that a form can correct: its day, and its texts, numbers and choices. Pure. */
export function correctionFields({ event, on }: HistoryEntry): CorrectionField[] {
  const fields = Object.entries({ ...event, on }).flatMap(([name, present]): CorrectionField[] => {
    if (HIDDEN.includes(name) || !['string', 'number'].includes(typeof present)) return [];
    const options = CHOICES[name] ?? [];
    const date = typeof present === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(present);
    const type =
      options.length > 0
        ? 'choice'
        : date
          ? 'date'
          : typeof present === 'number'
            ? 'number'
            : name === 'text'
              ? 'area'
              : 'text';
    return [{ name, type, present, options }];
  });
  return fields.sort((a, b) => Number(b.name === 'on') - Number(a.name === 'on'));
}
