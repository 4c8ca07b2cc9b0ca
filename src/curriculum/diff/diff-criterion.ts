import type { Criterion, CriterionLeaf } from '../criterion.ts';
import { describeCriterion } from './describe-criterion.ts';
import { diffFields, type Place, PROVENANCE } from './diff-fields.ts';
import type { Difference } from './difference.ts';
import { matchParts } from './match-parts.ts';
import { measureInWords, readLeaf, thresholdInWords } from './read-leaf.ts';
import { sameValue } from './same-value.ts';

type Group = Extract<Criterion, { of: unknown }>;

/** Compares two criteria leaf by leaf; in which order they stand in a group says nothing. Either may be missing. */
export function diffGate(
  place: Place,
  before: Criterion | undefined,
  after: Criterion | undefined,
): Difference[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) {
    const [code, what] =
      before === undefined ? (['gate-added', after] as const) : (['gate-removed', before] as const);
    const verb = before === undefined ? 'added' : 'removed';
    const sentence = `${place.subject} ${verb}: ${describeCriterion(what as Criterion)}`;
    return [{ code, ...place, before: before ?? null, after: after ?? null, sentence }];
  }
  return diffCriterion(place, before, after);
}

function diffCriterion(place: Place, before: Criterion, after: Criterion): Difference[] {
  if (sameMeaning(before, after)) return [];
  if (isLeaf(before) && isLeaf(after) && before.type === after.type) return diffLeaf(place, before, after);
  const [was, is] = [asGroup(before, after), asGroup(after, before)];
  if (was === null || is === null || was.type !== is.type)
    return [...oneSided(place, before, 'removed'), ...oneSided(place, after, 'added')];
  const own = provenance(place, was, is);
  if (was.type === 'not' && is.type === 'not')
    return [...own, ...diffCriterion(within(place, 'not'), was.of, is.of)];
  const count =
    was.type === 'at-least' && is.type === 'at-least' && was.count !== is.count
      ? [changed(place, was, is, `${was.count} of ${was.of.length} -> ${is.count} of ${is.of.length}`)]
      : [];
  const { both, removed, added } = matchParts(was.of as Criterion[], is.of as Criterion[], [
    sameMeaning,
    (a, b) => isLeaf(a) && isLeaf(b) && sameValue(readLeaf(a).measure, readLeaf(b).measure),
    (a, b) => isLeaf(a) && isLeaf(b) && a.type === b.type,
    (a, b) => !isLeaf(a) && !isLeaf(b) && a.type === b.type,
  ]);
  const group = was.type === 'at-least' ? `${was.count} of` : 'any of';
  const inner = was.type === 'all' ? place : within(place, group);
  return [
    ...own,
    ...count,
    ...removed.flatMap((criterion) => oneSided(inner, criterion, 'removed')),
    ...added.flatMap((criterion) => oneSided(inner, criterion, 'added')),
    ...both.flatMap(([a, b]) => diffCriterion(inner, a, b)),
  ];
}

function diffLeaf(place: Place, before: CriterionLeaf, after: CriterionLeaf): Difference[] {
  const [was, is] = [readLeaf(before), readLeaf(after)];
  const own = provenance({ ...place, subject: `${place.subject}, ${measureInWords(is)}` }, before, after);
  if (!sameValue(was.measure, is.measure))
    return [
      changed(place, before, after, `${describeCriterion(before)} -> ${describeCriterion(after)}`),
      ...own,
    ];
  if (was.value === is.value && was.compare === is.compare) return own;
  const turned = was.compare !== is.compare;
  const words = [was, is].map((leaf) => `${turned ? `${leaf.compare} ` : ''}${thresholdInWords(leaf)}`);
  const sentence = `${place.subject}: ${measureInWords(is)} ${words.join(' -> ')}`;
  return [{ code: 'threshold-changed', ...place, before: was.value, after: is.value, sentence }, ...own];
}

function changed(place: Place, before: Criterion, after: Criterion, what: string): Difference {
  return { code: 'criterion-changed', ...place, before, after, sentence: `${place.subject}: ${what}` };
}

function oneSided(place: Place, criterion: Criterion, verb: 'added' | 'removed'): Difference[] {
  const sides = verb === 'added' ? { before: null, after: criterion } : { before: criterion, after: null };
  const sentence = `${place.subject}: ${describeCriterion(criterion)} ${verb}`;
  return [{ code: `criterion-${verb}`, ...place, ...sides, sentence }];
}

function within(place: Place, group: string): Place {
  return { path: place.path, subject: `${place.subject}, ${group}` };
}

function provenance(place: Place, before: object, after: object): Difference[] {
  const keys = Object.keys({ ...before, ...after }).filter((key) => !PROVENANCE.includes(key));
  return diffFields(place, before, after, { except: keys });
}

/** A single criterion is a group of one where it is compared with a group of `all`. */
function asGroup(criterion: Criterion, other: Criterion): Group | null {
  if (!isLeaf(criterion) && (criterion.type === other.type || criterion.type === 'all')) return criterion;
  return other.type === 'all' ? { type: 'all', of: [criterion] } : null;
}

function sameMeaning(a: Criterion, b: Criterion): boolean {
  return sameValue(canonical(a), canonical(b));
}

/** A criterion as a value that is equal for all ways to write it. */
function canonical(criterion: Criterion): unknown {
  const { source, provisional, note } = criterion;
  const own = {
    source: source === undefined ? [] : [source].flat().toSorted(),
    provisional: provisional ?? false,
    note,
  };
  if (isLeaf(criterion)) return { ...own, ...readLeaf(criterion) };
  if (criterion.type === 'not') return { ...own, type: 'not', of: canonical(criterion.of) };
  const of = criterion.of.map(canonical).map((part) => [JSON.stringify(part), part] as const);
  const ordered = of.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  return {
    ...own,
    type: criterion.type,
    count: criterion.type === 'at-least' ? criterion.count : null,
    of: ordered,
  };
}

function isLeaf(criterion: Criterion): criterion is CriterionLeaf {
  return !('of' in criterion);
}
