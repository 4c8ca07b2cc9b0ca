import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import { SYSTEMS } from './systems.ts';

/** The head of the table of systems. */
export const SYSTEMS_HEAD = ['Kind of care', 'Curricula', 'Stepped up to or down from in'] as const;

/**
 * The table of the kinds of care that the package carries: the curricula of each, and the pathways in which patients move up or down
 * to or from them, as the pathway files have it. Pure.
 */
export function systemsTable(pathways: readonly PathwayDocument[]): string[][] {
  return SYSTEMS.map(({ row, title, curricula, note }) => [
    `${row}. ${title}`,
    [curricula.join(', '), note ?? ''].filter((text) => text !== '').join('; '),
    pathwaysWith(curricula, pathways).join(', ') || '–',
  ]);
}

/** The ids of the pathways in which a step-down or step-up leads to or from one of some curricula. Pure. */
export function pathwaysWith(curricula: readonly string[], pathways: readonly PathwayDocument[]): string[] {
  return pathways.flatMap(({ pathway }) => {
    const named = new Set(
      pathway.stages
        .filter(({ curriculum }) => curricula.includes(curriculum.split('@')[0]!))
        .map(({ id }) => id),
    );
    const stepped = pathway.stages.some(({ id, moves = [] }) =>
      moves.some(({ to, kind }) => kind !== 'transfer' && (named.has(id) || named.has(to))),
    );
    return stepped ? [pathway.id] : [];
  });
}
