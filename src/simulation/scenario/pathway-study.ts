import { curriculumNamed, type PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import type { Scenario } from './scenario.ts';
import type { Study } from './study.ts';

/** The study of a scenario that names a pathway: patients enter at its first stage. */
export function pathwayStudy(scenario: Scenario, pathway: PathwayDocument): Study {
  const { id, version, title, stages } = pathway.pathway;
  const first = curriculumNamed(pathway.curricula, stages[0]!.curriculum);
  if (!first) throw new Error(`the pathway has no curriculum ${stages[0]!.curriculum}`);
  return { scenario, pathway, curriculum: { ...first, id, version, title } };
}
