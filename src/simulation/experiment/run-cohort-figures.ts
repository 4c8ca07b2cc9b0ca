import { clinicFigures } from '../capacity/clinic-figures.ts';
import { simulateClinic } from '../capacity/simulate-clinic.ts';
import { groupResult } from '../results/cohort-result.ts';
import { type Figures, figuresOf } from '../results/figures.ts';
import { Tally } from '../results/tally.ts';
import type { PreparedStudy } from './prepared-study.ts';

/** Patients simulated at once; memory holds so many, whatever the cohort. */
const SHARD = 50_000;

/** The seed and size of a cohort; replication r is the patients from r × patients on. */
export type CohortRun = { readonly seed: number; readonly patients: number; readonly replication?: number };

/** Simulates one replication of a cohort and gives its figures. */
export function runCohortFigures(study: PreparedStudy, run: CohortRun): Figures {
  const tally = new Tally(study.shape);
  const from = (run.replication ?? 0) * run.patients;
  for (let done = 0; done < run.patients; done += SHARD)
    tally.add(study.run(run.seed, from + done, Math.min(SHARD, run.patients - done)).patients);
  const figures = figuresOf(groupResult(tally));
  if (study.clinic === undefined) return figures;
  return { ...figures, ...clinicFigures(simulateClinic(study, study.clinic, run)) };
}
