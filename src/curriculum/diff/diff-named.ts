import type { Place } from './diff-fields.ts';
import type { Difference, DifferenceCode } from './difference.ts';
import { matchParts } from './match-parts.ts';

type Named = { readonly id: string; readonly title?: string };

/** Compares two lists of parts that have ids, in whatever order: `kind` is `track`, `monitor` and so on. */
export function diffNamed<Part extends Named>(
  kind: string,
  codes: { readonly added: DifferenceCode; readonly removed: DifferenceCode },
  path: string,
  [before = [], after = []]: readonly [readonly Part[] | undefined, readonly Part[] | undefined],
  compare: (place: Place, before: Part, after: Part) => readonly Difference[],
  where = '',
): Difference[] {
  const { both, removed, added } = matchParts(before, after, [(a, b) => a.id === b.id]);
  const place = ({ id }: Named): Place => ({ path: `${path}.${id}`, subject: `${kind} ${id}${where}` });
  return [
    ...removed.map((part) => ({
      code: codes.removed,
      ...place(part),
      before: part,
      after: null,
      sentence: `${place(part).subject} removed`,
    })),
    ...added.map((part) => ({
      code: codes.added,
      ...place(part),
      before: null,
      after: part,
      sentence: `${place(part).subject} added`,
    })),
    ...both.flatMap(([was, is]) => compare(place(was), was, is)),
  ];
}
