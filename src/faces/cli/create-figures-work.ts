import { prepareStudy } from '../../simulation/experiment/prepare-study.ts';
import type { PreparedStudy } from '../../simulation/experiment/prepared-study.ts';
import { runCohortFigures } from '../../simulation/experiment/run-cohort-figures.ts';
import type { Figures } from '../../simulation/results/figures.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { type ParameterValues, withParameters } from '../../simulation/scenario/with-parameters.ts';

/** What each thread of a command that simulates scenarios many times begins with. */
export type FiguresWork = {
  readonly studies: readonly Study[];
  readonly seed: number;
  readonly patients: number;
  /** Figures of single days and weeks that are wanted beside the usual ones. */
  readonly asked?: readonly string[];
};

/** A replication to be simulated: of which study, with which values of its parameters. */
export type FiguresTask = {
  readonly study: number;
  readonly values: ParameterValues;
  readonly replication: number;
};

/** Makes the function that simulates a replication; the study that it last made ready is kept for the next. */
export function createFiguresWork({
  studies,
  seed,
  patients,
  asked = [],
}: FiguresWork): (task: FiguresTask) => Figures {
  let [ready, prepared]: [string, PreparedStudy | null] = ['', null];
  return ({ study, values, replication }) => {
    const key = JSON.stringify([study, values]);
    if (prepared === null || key !== ready)
      [ready, prepared] = [key, prepareStudy(withParameters(studies[study]!, values))];
    return runCohortFigures(prepared, { seed, patients, replication }, asked);
  };
}
