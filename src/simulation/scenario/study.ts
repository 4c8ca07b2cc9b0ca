import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import type { Scenario } from './scenario.ts';

/**
 * A scenario with the curriculum that it names, ready to be simulated. Of a pathway, `curriculum` is that of the first stage, under
 * the id, version and title of the pathway.
 */
export type Study = {
  readonly scenario: Scenario;
  readonly curriculum: Curriculum;
  readonly pathway?: PathwayDocument;
};
