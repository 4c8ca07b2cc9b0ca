import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Scenario } from './scenario.ts';

/** A scenario with the curriculum that it names, ready to be simulated. */
export type Study = { readonly scenario: Scenario; readonly curriculum: Curriculum };
