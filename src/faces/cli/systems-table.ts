import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import type { SystemEvidence } from './gather-evidence.ts';
import { SYSTEMS, type System } from './systems.ts';

/** The head of the table of systems. */
export const SYSTEMS_HEAD = [
  'Kind of care',
  'Curricula',
  'Files proved',
  'Patient taken through',
  'Stepped up to or down from in',
  'Diagram drawn',
] as const;

/**
 * The table of the kinds of care that the package carries: the curricula of each, how many of them are proved, have had a patient
 * taken through them and are drawn, and the pathways in which patients move up or down to or from them. Pure.
 */
export function systemsTable(evidence: SystemEvidence): string[][] {
  return SYSTEMS.map((system) => {
    const { row, title, curricula, note, cells } = system;
    return [
      `${row}. ${title}`,
      [curricula.join(', '), note ?? ''].filter((text) => text !== '').join('; '),
      cells?.proved ?? countOf(curricula, evidence.proved),
      cells?.taken ?? countOf(curricula, evidence.taken),
      steppedIn(system, evidence.pathways),
      cells?.drawn ?? countOf(curricula, evidence.drawn),
    ];
  });
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

function steppedIn({ curricula, unstepped }: System, pathways: readonly PathwayDocument[]): string {
  const found = pathwaysWith(curricula, pathways).join(', ');
  if (found !== '') return found;
  return unstepped === undefined ? '–' : `not applicable: ${unstepped}`;
}

/** `all 3`, or how many and which are missing. */
function countOf(curricula: readonly string[], found: ReadonlySet<string>): string {
  const missing = curricula.filter((id) => !found.has(id));
  if (missing.length === 0) return `all ${curricula.length}`;
  return `${curricula.length - missing.length} of ${curricula.length}; not ${missing.join(', ')}`;
}
