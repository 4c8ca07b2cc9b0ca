import type { Equivalence } from '../pathway/pathway.ts';
import { diffFields } from './diff-fields.ts';
import type { Difference } from './difference.ts';
import { matchParts } from './match-parts.ts';
import { sameValue } from './same-value.ts';

/** Compares the sessions that count at another level of care, and for how long, in whatever order they are written. */
export function diffEquivalences(
  before: readonly Equivalence[],
  after: readonly Equivalence[],
): Difference[] {
  const { both, removed, added } = matchParts(before, after, [
    sameValue,
    (a, b) => subjectOf(a) === subjectOf(b) && sameValue([a.from, a.to], [b.from, b.to]),
    (a, b) => subjectOf(a) === subjectOf(b),
  ]);
  const place = (one: Equivalence) => ({
    path: `equivalences.${keyOf(one.from)}.${keyOf(one.to)}`,
    subject: subjectOf(one),
  });
  return [
    ...removed.map((one) => ({
      code: 'equivalence-removed' as const,
      ...place(one),
      before: one,
      after: null,
      sentence: `${subjectOf(one)} removed: ${sessionsOf(one)}`,
    })),
    ...added.map((one) => ({
      code: 'equivalence-added' as const,
      ...place(one),
      before: null,
      after: one,
      sentence: `${subjectOf(one)} added: ${sessionsOf(one)}`,
    })),
    ...both.flatMap(([was, is]): Difference[] => [
      ...(sameValue([was.from, was.to], [is.from, is.to])
        ? []
        : [
            {
              code: 'equivalence-changed' as const,
              ...place(is),
              before: { from: was.from, to: was.to },
              after: { from: is.from, to: is.to },
              sentence: `${subjectOf(is)}: ${sessionsOf(was)} -> ${sessionsOf(is)}`,
            },
          ]),
      ...diffFields(place(is), was, is, { except: ['from', 'to'], code: 'equivalence-changed' }),
    ]),
  ];
}

/** `credit for relapse-prevention of residential-short-term at early-recovery-skills of matrix-iop` */
function subjectOf({ from, to }: Equivalence): string {
  const named = ({ curriculum, track }: Equivalence['from']) =>
    track === undefined ? curriculum : `${track} of ${curriculum}`;
  return `credit for ${named(from)} at ${named(to)}`;
}

function keyOf({ curriculum, track }: Equivalence['from']): string {
  return track === undefined ? curriculum : `${curriculum}/${track}`;
}

/** `sessions 2-3 as 2-3`, or `all sessions`. */
function sessionsOf({ from, to }: Equivalence): string {
  const words = (sessions: unknown) => (sessions === undefined ? 'all' : [sessions].flat().join(', '));
  if (from.sessions === undefined && to.sessions === undefined) return 'all sessions';
  return `sessions ${words(from.sessions)} as ${words(to.sessions)}`;
}
