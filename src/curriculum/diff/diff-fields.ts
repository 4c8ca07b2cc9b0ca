import { Duration, durationDays } from '../duration.ts';
import type { Difference } from './difference.ts';
import { sameValue } from './same-value.ts';
import { showValue } from './show-value.ts';

/** Where a part of a curriculum is, and what it is called. */
export type Place = { readonly path: string; readonly subject: string };

type Fields = Readonly<Record<string, unknown>>;

/** How the fields of a part are read. */
export type Reading = {
  /** Fields that are compared elsewhere. */
  readonly except?: readonly string[];
  /** What a field means where it is not written. */
  readonly defaults?: Fields;
  /** Lists in which the order says nothing. */
  readonly sets?: readonly string[];
  readonly code?: Difference['code'];
};

/** The fields that say where something comes from. */
export const PROVENANCE: readonly string[] = ['source', 'provisional', 'note'];

/**
 * Compares two parts of the same kind field by field. Fields that this code has never heard of are compared too, so that
 * nothing that is added to the language stays unseen.
 */
export function diffFields(place: Place, before: object, after: object, reading: Reading = {}): Difference[] {
  const { except = [], defaults = {}, sets = [], code = 'field-changed' } = reading;
  const [was, is] = [before as Fields, after as Fields];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !except.includes(key));
  return keys.flatMap((key): Difference[] => {
    const read = (fields: Fields) => meaning(key, fields[key] ?? defaults[key], sets);
    if (sameValue(read(was), read(is))) return [];
    const provenance = PROVENANCE.includes(key);
    const values = [was[key] ?? defaults[key], is[key] ?? defaults[key]];
    return [
      {
        code: provenance ? 'provenance-changed' : code,
        path: place.path === '' ? key : `${place.path}.${key}`,
        subject: place.subject,
        before: values[0] ?? null,
        after: values[1] ?? null,
        sentence: `${place.subject}: ${wordsOf(key)} ${values.map(showValue).join(' -> ')}`,
      },
    ];
  });
}

/** A value without what makes no difference: the order of a set, one source or a list of one, weeks or days. */
function meaning(key: string, value: unknown, sets: readonly string[]): unknown {
  if (value === undefined || value === null) return null;
  if (key === 'provisional' && value === false) return null;
  if (key === 'source') return [value].flat().toSorted();
  if (sets.includes(key) && Array.isArray(value)) return value.toSorted();
  const duration = Duration.safeParse(value);
  if (duration.success) return { days: durationDays(duration.data), clock: duration.data.clock ?? 'program' };
  return value;
}

function wordsOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
