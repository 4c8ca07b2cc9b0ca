import { lastSpan } from '../curriculum/calendar-span.ts';
import type { Truth } from './evaluate-criterion.ts';
import type { Measured } from './measure.ts';
import type { PlanCriterion } from './plan.ts';

type Leaf = Extract<PlanCriterion, { node: 'compare' }>;

/** The sentence of a leaf and, where it does not hold, what is missing, as a counselor would say it. */
export function describeLeaf(
  leaf: Leaf,
  measured: Measured | null,
  truth: Truth,
): { sentence: string; missing: string | null } {
  return {
    sentence: sentenceOf(leaf, measured),
    missing: truth === 'satisfied' ? null : missingOf(leaf, measured),
  };
}

function sentenceOf(leaf: Leaf, measured: Measured | null): string {
  const { label, value, compare } = leaf;
  switch (leaf.quantity.quantity) {
    case 'in-phase':
    case 'in-monitor':
      return `${label}${measured?.low === 1 ? '' : ' is not the case'}`;
    case 'held':
      return `${label} is ${measured?.low === 1 ? '' : 'not '}held`;
    case 'rate': {
      const bound = compare === 'at-least' ? 'at least' : 'at most';
      return `${measured ? percent(measured) : 'unknown share'} ${label}, ${bound} ${Math.round(value * 100)}% needed`;
    }
    default:
      if (leaf.leaf.type === 'signed-off')
        return measured && measured.low >= value ? `${label} given` : `${label} not given`;
      if (measured === null) return `${label} unknown, ${bound(compare)} ${number(value)} needed`;
      return compare === 'at-least' && measured.low === measured.high && isCount(leaf)
        ? `${number(measured.low)} of ${number(value)} ${label}`
        : `${range(measured)} ${label}, ${bound(compare)} ${number(value)} needed`;
  }
}

function missingOf(leaf: Leaf, measured: Measured | null): string {
  const { label, value, compare, unit, leaf: written } = leaf;
  if (
    leaf.quantity.quantity === 'in-monitor' ||
    leaf.quantity.quantity === 'in-phase' ||
    leaf.quantity.quantity === 'held'
  )
    return `${label} is needed`;
  if (written.type === 'signed-off') return label;
  if (measured === null) return unknownOf(leaf);
  const pending = measured.high - measured.low;
  if (written.type === 'days-abstinent' && pending > 0 && measured.high >= value && measured.low <= value)
    return `nobody has seen or reached the patient for ${number(pending)} ${pending === 1 ? 'day' : 'days'}: ${range(measured)} ${label}, ${bound(compare)} ${number(value)} needed`;
  if (
    written.type === 'dose-weeks' &&
    pending > 0 &&
    (compare === 'at-most' ? measured.low <= value : measured.high >= value)
  )
    return `attendance records are missing in ${number(pending)} ${pending === 1 ? 'week' : 'weeks'}: ${range(measured)} ${label}, ${bound(compare)} ${number(value)} needed`;
  if (leaf.quantity.quantity === 'rate') {
    if (pending > 0 && measured.high >= value && compare === 'at-least')
      return `attendance records are missing: ${percent(measured)} ${label}, ${Math.round(value * 100)}% needed`;
    return `${percent(measured)} ${label}, ${bound(compare)} ${Math.round(value * 100)}% needed`;
  }
  if (compare === 'at-most') {
    return pending > 0 && measured.low <= value
      ? `attendance records are missing for ${number(pending)}: ${label} may be more than ${number(value)}`
      : `${number(measured.low)} ${label}, at most ${number(value)} allowed`;
  }
  if (pending > 0 && measured.high >= value)
    return `${number(pending)} attendance ${pending === 1 ? 'record is' : 'records are'} missing: ${number(measured.low)} of ${number(value)} ${label} so far`;
  const short = value - measured.low;
  return `${number(short)} more ${short === 1 ? unit : plural(unit)} (${number(measured.low)} of ${number(value)} ${label})`;
}

function unknownOf(leaf: Leaf): string {
  switch (leaf.leaf.type) {
    case 'negative-tests':
      return `no drug test is recorded yet, ${number(leaf.value)} negative in a row needed`;
    case 'days-abstinent':
      return 'the last use is unknown and no drug test is recorded yet';
    case 'score':
    case 'score-change':
      if (leaf.leaf.within !== undefined)
        return `no ${leaf.leaf.instrument} assessment${leaf.leaf.type === 'score-change' ? ' after a first one' : ''} is recorded of ${lastSpan(leaf.leaf.within)}`;
      return `no ${leaf.leaf.instrument} assessment is recorded${leaf.leaf.type === 'score-change' ? ' twice' : ''} yet`;
    case 'attendance-rate':
      return 'no meeting has been held yet';
    default:
      return `${leaf.label} unknown`;
  }
}

function isCount(leaf: Leaf): boolean {
  return leaf.leaf.type !== 'score' && leaf.leaf.type !== 'score-change';
}

function bound(compare: 'at-least' | 'at-most'): string {
  return compare === 'at-least' ? 'at least' : 'at most';
}

function percent({ low, high }: Measured): string {
  const text = (share: number) => `${Math.floor(share * 100)}%`;
  return text(low) === text(high) ? text(low) : `${text(low)} to ${text(high)}`;
}

function range({ low, high }: Measured): string {
  return low === high ? number(low) : `${number(low)} to ${number(high)}`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function plural(unit: string): string {
  return unit === '' ? '' : unit.endsWith('s') ? unit : `${unit}s`;
}
