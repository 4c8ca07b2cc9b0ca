import type { Study } from '../../simulation/scenario/study.ts';
import type { ToldCohort } from './told-cohort.ts';

/** A side of a comparison without common random numbers: a cohort that a run wrote, or a study to simulate. */
export type ComparedSide = { readonly told: ToldCohort } | { readonly study: Study };
