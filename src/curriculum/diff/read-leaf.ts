import type { CriterionLeaf } from '../criterion.ts';
import { PROVENANCE } from './diff-fields.ts';

/** A criterion that measures one thing: what it measures, apart from its threshold. */
export type LeafReading = {
  /** The measure with its defaults filled in; equal for two leaves that measure the same. */
  readonly measure: Readonly<Record<string, unknown>>;
  readonly compare: 'at least' | 'at most' | null;
  readonly value: number | null;
};

const THRESHOLDS = ['atLeast', 'atMost', 'atLeastDays', 'atLeastWeeks', 'atMostDays'];
const SINCE_ADMISSION: readonly string[] = [
  'sessions',
  'meetings',
  'attendance-rate',
  'minutes',
  'absences',
  'attended-days',
  'negative-tests',
  'positive-tests',
  'signed-off',
  'homework',
  'mutual-help',
  'dose-weeks',
];

/** Reads a leaf: a track or a list of one, weeks or days, a default written or not come to the same. */
export function readLeaf(leaf: CriterionLeaf): LeafReading {
  const written = leaf as Readonly<Record<string, unknown>>;
  const { track, tracks, ...rest } = written;
  const named = leaf.type === 'track-completed' ? track : track === undefined ? tracks : [track];
  const measure: Record<string, unknown> = { ...defaultsOf(leaf.type) };
  for (const [key, value] of Object.entries(rest))
    if (value !== undefined && !THRESHOLDS.includes(key) && !PROVENANCE.includes(key))
      measure[key] = Array.isArray(value) ? value.toSorted() : value;
  if (named !== undefined) measure['tracks'] = Array.isArray(named) ? named.toSorted() : named;
  const weeks = written['atLeastWeeks'] as number | undefined;
  const least = (written['atLeast'] ?? written['atLeastDays']) as number | undefined;
  const most = (written['atMost'] ?? written['atMostDays']) as number | undefined;
  const value = least ?? (weeks === undefined ? most : weeks * 7) ?? null;
  return { measure, compare: value === null ? null : most === undefined ? 'at least' : 'at most', value };
}

/** A leaf's measure in words: `sessions of relapse-prevention`. */
export function measureInWords({ measure }: LeafReading): string {
  const { type, tracks, since, clock, consecutive, ...rest } = measure;
  const words = [String(type).replaceAll('-', ' ')];
  if (consecutive !== undefined && consecutive !== (type === 'negative-tests'))
    words.push(consecutive === true ? 'in a row' : 'in all');
  if (tracks !== undefined) words.push(`of ${[tracks].flat().join(', ')}`);
  for (const [key, value] of Object.entries(rest))
    words.push(`${key === 'in' ? 'in' : key} ${[value].flat().join(' or ')}`);
  if (since === 'phase') words.push('since the phase began');
  if (clock !== undefined && clock !== 'program') words.push(`by the ${clock} clock`);
  return words.join(' ');
}

/** A threshold in words: `75%`, `28 days`, `6`. */
export function thresholdInWords({ measure, value }: LeafReading): string {
  if (value === null) return 'none';
  if (measure['type'] === 'attendance-rate') return `${Number((value * 100).toFixed(6))}%`;
  return measure['type'] === 'stay' ? `${value} days` : String(value);
}

function defaultsOf(type: string): Record<string, unknown> {
  return {
    ...(SINCE_ADMISSION.includes(type) ? { since: 'admission' } : {}),
    ...(type === 'stay' ? { clock: 'program' } : {}),
    ...(type === 'negative-tests' ? { consecutive: true } : {}),
    ...(type === 'dose-weeks' ? { outcome: 'met' } : {}),
    ...(type === 'absences' ? { consecutive: false } : {}),
  };
}
