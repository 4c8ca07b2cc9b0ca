import { clinicFigures } from '../capacity/clinic-figures.ts';
import { simulateClinic } from '../capacity/simulate-clinic.ts';
import type { WeekCounts } from '../patient-columns.ts';
import { addWeeks } from '../results/add-weeks.ts';
import { askedFigures } from '../results/asked-figures.ts';
import { groupResult } from '../results/cohort-result.ts';
import { type Figures, figuresOf } from '../results/figures.ts';
import { Tally } from '../results/tally.ts';
import { weekResults } from '../results/week-result.ts';
import type { PreparedStudy } from './prepared-study.ts';

/** Patients simulated at once; memory holds so many, whatever the cohort. */
const SHARD = 50_000;

/** The seed and size of a cohort; replication r is the patients from r × patients on. */
export type CohortRun = { readonly seed: number; readonly patients: number; readonly replication?: number };

/** Simulates one replication of a cohort and gives its figures, with those of days and weeks that are asked for by name. */
export function runCohortFigures(
  study: PreparedStudy,
  run: CohortRun,
  asked: readonly string[] = [],
): Figures {
  const tally = new Tally(study.shape);
  let weeks: WeekCounts | null = null;
  const from = (run.replication ?? 0) * run.patients;
  for (let done = 0; done < run.patients; done += SHARD) {
    const shard = study.run(run.seed, from + done, Math.min(SHARD, run.patients - done));
    tally.add(shard.patients);
    weeks = weeks === null ? shard.weeks : addWeeks(weeks, shard.weeks);
  }
  const result = groupResult(tally);
  const figures = {
    ...figuresOf(result),
    ...askedFigures(result, weeks === null ? [] : weekResults(weeks), asked),
  };
  if (study.clinic === undefined) return figures;
  return { ...figures, ...clinicFigures(simulateClinic(study, study.clinic, run)) };
}
