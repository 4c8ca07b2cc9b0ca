import type { Criterion } from '../../curriculum/criterion.ts';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';

/** Names by which people ask for a kind of criterion, beside its own. */
const ALIASES: Readonly<Record<string, string>> = { attendance: 'attendance-rate' };
const THRESHOLDS = ['atLeast', 'atMost', 'atLeastDays', 'atLeastWeeks', 'atMostDays'];

/** The threshold of a criterion: of which kind it is, and where. */
type Threshold = { readonly type: string; readonly path: string[] };

/** The paths, from the curriculum, to the thresholds of all criteria of a kind in the gates out of phases. */
export function gateThresholds(curriculum: Curriculum, kind: string): string[][] {
  return ofKind(inGates(curriculum), kind);
}

/**
 * The paths, from a pathway with its curricula, to the thresholds of all criteria of a kind: in the gates of its curricula and in
 * the ways between its stages.
 */
export function pathwayThresholds(document: PathwayDocument, kind: string): string[][] {
  return ofKind(inPathway(document), kind);
}

/** The kinds of criteria with a threshold in the gates of a curriculum, or in the gates and ways of a pathway, each once. */
export function thresholdKinds(of: Curriculum | PathwayDocument): string[] {
  const found = 'pathway' in of ? inPathway(of) : inGates(of);
  return [...new Set(found.map(({ type }) => type))].sort();
}

function ofKind(thresholds: readonly Threshold[], kind: string): string[][] {
  const wanted = ALIASES[kind] ?? kind;
  return thresholds.filter(({ type }) => type === wanted).map(({ path }) => path);
}

function inGates(curriculum: Curriculum): Threshold[] {
  return curriculum.phases.flatMap((phase) =>
    (['exit', 'exitAfterReturn'] as const).flatMap((gate) => {
      const criterion = phase[gate];
      return criterion === undefined ? [] : within(criterion, ['phases', phase.id, gate]);
    }),
  );
}

function inPathway({ pathway, curricula }: PathwayDocument): Threshold[] {
  const gates = curricula.flatMap((curriculum) =>
    inGates(curriculum).map(({ type, path }) => ({ type, path: ['curricula', curriculum.id, ...path] })),
  );
  const ways = pathway.stages.flatMap(({ id, moves = [] }) =>
    moves.flatMap(({ when }, index) =>
      when === undefined ? [] : within(when, ['pathway', 'stages', id, 'moves', String(index), 'when']),
    ),
  );
  return [...gates, ...ways];
}

function within(criterion: Criterion, path: string[]): Threshold[] {
  if (criterion.type === 'not') return within(criterion.of, [...path, 'of']);
  if ('of' in criterion)
    return criterion.of.flatMap((part, index) => within(part, [...path, 'of', String(index)]));
  const { type } = criterion;
  return THRESHOLDS.filter((key) => key in criterion).map((key) => ({ type, path: [...path, key] }));
}
