import type { Criterion } from '../../curriculum/criterion.ts';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';

/** Names by which people ask for a kind of criterion, beside its own. */
const ALIASES: Readonly<Record<string, string>> = { attendance: 'attendance-rate' };
const THRESHOLDS = ['atLeast', 'atMost', 'atLeastDays', 'atLeastWeeks', 'atMostDays'];

/** The paths, from the curriculum, to the thresholds of all criteria of a kind in the gates out of phases. */
export function gateThresholds(curriculum: Curriculum, kind: string): string[][] {
  const type = ALIASES[kind] ?? kind;
  return curriculum.phases.flatMap((phase) =>
    (['exit', 'exitAfterReturn'] as const).flatMap((gate) => {
      const criterion = phase[gate];
      return criterion === undefined ? [] : within(criterion, ['phases', phase.id, gate], type);
    }),
  );
}

/**
 * The paths, from a pathway with its curricula, to the thresholds of all criteria of a kind: in the gates of its curricula and in
 * the ways between its stages.
 */
export function pathwayThresholds({ pathway, curricula }: PathwayDocument, kind: string): string[][] {
  const type = ALIASES[kind] ?? kind;
  const gates = curricula.flatMap((curriculum) =>
    gateThresholds(curriculum, kind).map((path) => ['curricula', curriculum.id, ...path]),
  );
  const ways = pathway.stages.flatMap(({ id, moves = [] }) =>
    moves.flatMap(({ when }, index) =>
      when === undefined ? [] : within(when, ['pathway', 'stages', id, 'moves', String(index), 'when'], type),
    ),
  );
  return [...gates, ...ways];
}

function within(criterion: Criterion, path: string[], type: string): string[][] {
  if (criterion.type === 'not') return within(criterion.of, [...path, 'of'], type);
  if ('of' in criterion)
    return criterion.of.flatMap((part, index) => within(part, [...path, 'of', String(index)], type));
  if (criterion.type !== type) return [];
  return THRESHOLDS.filter((key) => key in criterion).map((key) => [...path, key]);
}
