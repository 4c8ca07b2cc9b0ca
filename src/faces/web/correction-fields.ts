import type { HistoryEntry } from '../../engine/history.ts';
import type { TrackStatus } from '../../engine/track-status.ts';
import { plainWords } from './plain-words.ts';
import { ATTENDANCE_WORDS, DISCHARGE_WORDS, TEST_WORDS } from './record-words.ts';

/** A part of an entry that can be corrected, and what it says at present. */
export type CorrectionField = {
  readonly name: string;
  readonly label: string;
  readonly type: 'date' | 'time' | 'text' | 'area' | 'number' | 'choice';
  readonly present: unknown;
  readonly options: readonly (readonly [value: string, title: string])[];
};

const HIDDEN = ['type', 'by', 'role', 'reason', 'curriculum', 'version', 'fact'];
const CHOICES: Readonly<Record<string, CorrectionField['options']>> = {
  status: ATTENDANCE_WORDS,
  result: TEST_WORDS,
  discharge: DISCHARGE_WORDS,
};
const LABELS: Readonly<Record<string, string>> = {
  ...{
    on: 'Day',
    at: 'Time',
    track: 'Group or session',
    session: 'Session number',
    status: 'How',
    minutes: 'Minutes there',
  },
  ...{ discharge: 'Kind of discharge', to: 'To', text: 'Note', with: 'With whom' },
};

/** The parts of an entry that a form can correct: its day, and its texts, numbers and choices, a track by its title. Pure. */
export function correctionFields(
  { event, on }: HistoryEntry,
  tracks: readonly Pick<TrackStatus, 'id' | 'title'>[] = [],
): CorrectionField[] {
  const fields = Object.entries({ ...event, on }).flatMap(([name, present]): CorrectionField[] => {
    if (HIDDEN.includes(name) || !['string', 'number'].includes(typeof present)) return [];
    const known = name === 'track' ? tracks.map(({ id, title }) => [id, title] as const) : [];
    const options = CHOICES[name] ?? (known.some(([id]) => id === present) ? known : []);
    const label =
      LABELS[name] ?? plainWords(name.replace(/([A-Z])/g, (letter) => `-${letter.toLowerCase()}`));
    return [{ name, label, type: options.length > 0 ? 'choice' : typeOf(name, present), present, options }];
  });
  return fields.sort((a, b) => Number(b.name === 'on') - Number(a.name === 'on'));
}

function typeOf(name: string, present: unknown): CorrectionField['type'] {
  if (typeof present === 'number') return 'number';
  if (typeof present === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(present)) return 'date';
  if (typeof present === 'string' && /^\d{2}:\d{2}$/.test(present)) return 'time';
  return name === 'text' ? 'area' : 'text';
}
