import type { Equivalence } from './pathway.ts';
import type { PathwayDocument } from './pathway-document.ts';
import { sessionNumbers } from './session-numbers.ts';

/** Sessions of one track that count for sessions of another, one for one. */
export type SessionPairs = {
  readonly from: string;
  readonly to: string;
  readonly sessions: readonly (readonly [number, number])[];
};

/**
 * What an equivalence means, track by track: the named sessions in the order written; without tracks, the sessions of each track
 * that both curricula have by the same names and numbers. Pure.
 */
export function sessionPairs(document: PathwayDocument, { from, to }: Equivalence): SessionPairs[] {
  if (from.track !== undefined && to.track !== undefined) {
    const others = numbersOf(document, to);
    const sessions = numbersOf(document, from).map((number, index) => [number, others[index]!] as const);
    return [{ from: from.track, to: to.track, sessions }];
  }
  const own = document.curricula.find(({ id }) => id === from.curriculum)?.tracks ?? [];
  return own.flatMap(({ id: track }): SessionPairs[] => {
    const there = numbersOf(document, { curriculum: to.curriculum, track });
    const both = numbersOf(document, { curriculum: from.curriculum, track }).filter((n) => there.includes(n));
    return both.length === 0 ? [] : [{ from: track, to: track, sessions: both.map((n) => [n, n] as const) }];
  });
}

/** The numbers of the sessions that one side of an equivalence names, in the order written; of a track, all. */
export function numbersOf({ curricula }: PathwayDocument, side: Equivalence['from']): number[] {
  if (side.sessions !== undefined) return sessionNumbers(side.sessions);
  const track = curricula
    .find(({ id }) => id === side.curriculum)
    ?.tracks.find(({ id }) => id === side.track);
  return (track?.sessions ?? []).map(({ number }) => number).sort((a, b) => a - b);
}
