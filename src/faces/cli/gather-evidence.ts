import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import type { CurriculumLibrary } from '../../engine/curriculum-library.ts';
import { compilePlan } from '../../program/compile-plan.ts';
import { diagramSvg } from '../../program/diagram/diagram-svg.ts';
import { proveCurriculum } from '../../program/proof/prove-curriculum.ts';
import { SYSTEMS } from './systems.ts';
import { TAKEN_THROUGH } from './taken-through.ts';

/** What is known of the curricula that carry the kinds of care, by their ids, with the pathways at hand. */
export type SystemEvidence = {
  /** Found and proved: a patient who does all that is asked gets through. */
  readonly proved: ReadonlySet<string>;
  /** Tests take a patient through by commands. */
  readonly taken: ReadonlySet<string>;
  readonly drawn: ReadonlySet<string>;
  readonly pathways: readonly PathwayDocument[];
};

/**
 * Proves and draws the curricula of the kinds of care anew, as a library has them; that takes some seconds. Through which of them
 * tests take a patient is told from a list.
 */
export async function gatherEvidence(
  library: CurriculumLibrary,
  pathways: readonly PathwayDocument[],
): Promise<SystemEvidence> {
  const proved = new Set<string>();
  const drawn = new Set<string>();
  for (const id of new Set(SYSTEMS.flatMap(({ curricula }) => curricula))) {
    const curriculum = await library.find(id);
    if (curriculum === null) continue;
    if (proveCurriculum(curriculum).every(({ severity }) => severity !== 'error')) proved.add(id);
    if (diagramSvg(compilePlan(curriculum)).includes('</svg>')) drawn.add(id);
  }
  return { proved, drawn, taken: new Set(TAKEN_THROUGH), pathways };
}
