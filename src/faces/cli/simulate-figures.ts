import { openTaskPool } from '../../adapters/workers/open-task-pool.ts';
import { whyNoKernel } from '../../simulation/experiment/prepare-study.ts';
import type { Figures } from '../../simulation/results/figures.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import type { ParameterValues } from '../../simulation/scenario/with-parameters.ts';
import { createFiguresWork, type FiguresTask, type FiguresWork } from './create-figures-work.ts';
import { createProgressBar } from './progress-bar.ts';

/** A study with some values of its parameters, and how often it is simulated. */
export type FiguresPoint = {
  readonly study: Study;
  readonly values: ParameterValues;
  readonly replications: number;
  /** The first replication; 0 unless given. */
  readonly first?: number;
};

/** Simulates every replication of every point on several threads, with a progress bar; gives their figures point by point. */
export async function simulateFigures(
  points: readonly FiguresPoint[],
  run: { readonly seed: number; readonly patients: number; readonly threads?: number | undefined },
): Promise<Figures[][]> {
  const studies = [...new Set(points.map(({ study }) => study))];
  const tasks = points.flatMap(({ study, values, replications, first = 0 }, point) =>
    Array.from({ length: replications }, (_, index) => ({
      ...{ study: studies.indexOf(study), values, replication: first + index, point },
    })),
  );
  const figures: Figures[][] = points.map(() => []);
  const bar = createProgressBar('replications', tasks.length);
  const end = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const pool = openTaskPool<FiguresWork, FiguresTask & { readonly point: number }, Figures>(
    {
      file: new URL(`./figures-worker.${end}`, import.meta.url),
      data: { studies, seed: run.seed, patients: run.patients },
      here: createFiguresWork,
      ...(run.threads === undefined ? {} : { threads: run.threads }),
    },
    tasks.length * run.patients < FEW && studies.every((study) => whyNoKernel(study).length === 0)
      ? 1
      : tasks.length,
  );
  let done = 0;
  try {
    await pool.run(tasks, (result, { point }) => {
      figures[point]!.push(result);
      done += 1;
      bar.at(done);
    });
  } finally {
    bar.end();
    await pool.close();
  }
  return figures;
}

/** Patients that are simulated sooner than threads have started. */
const FEW = 20_000;
