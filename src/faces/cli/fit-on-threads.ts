import { openTaskPool } from '../../adapters/workers/open-task-pool.ts';
import type { Fit } from '../../simulation/calibration/fit.ts';
import { askedOf, fitTrials, patientsOf } from '../../simulation/calibration/fit-trials.ts';
import { TargetProblems } from '../../simulation/calibration/target-problems.ts';
import type { Targets } from '../../simulation/calibration/targets.ts';
import type { Figures } from '../../simulation/results/figures.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { createFiguresWork, type FiguresTask, type FiguresWork } from './create-figures-work.ts';
import { withUsage } from './prepare-study.ts';
import { createProgress } from './progress.ts';

/** Trials that are worth starting threads for; a fit has hundreds. */
const MANY = 1000;

/** Fits a study to targets with its trials on several threads, and a count of them on stderr. The same fit on any number of threads. Throws `TargetProblems` for targets that fit no cohort of the study. */
export async function fitOnThreads(
  study: Study,
  targets: Targets,
  run: { readonly seed: number; readonly threads?: number | undefined },
): Promise<Fit> {
  const end = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const progress = createProgress('trials');
  const pool = openTaskPool<FiguresWork, FiguresTask, Figures>(
    {
      file: new URL(`./figures-worker.${end}`, import.meta.url),
      data: { studies: [study], seed: run.seed, patients: patientsOf(targets), asked: askedOf(targets) },
      here: createFiguresWork,
      ...(run.threads === undefined ? {} : { threads: run.threads }),
    },
    MANY,
  );
  const fit = fitTrials(study, targets, run.seed);
  try {
    let step = fit.next();
    while (!step.done) {
      const figures: Figures[] = [];
      await pool.run(
        step.value.map((trial) => ({ study: 0, ...trial })),
        (result) => {
          figures.push(result);
          progress.step();
        },
      );
      step = fit.next(figures);
    }
    return step.value;
  } catch (error) {
    if (error instanceof TargetProblems) throw error;
    return withUsage(() => {
      throw error;
    });
  } finally {
    progress.end();
    await pool.close();
  }
}
