import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BesideCohort } from '../../adapters/report/beside-parts.ts';
import type { End } from '../../simulation/ends.ts';
import { withoutUntold } from '../../simulation/observe/without-untold.ts';
import type { CohortResult } from '../../simulation/results/cohort-result.ts';
import { figuresOf } from '../../simulation/results/figures.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/** What `simulate` or `observe` wrote of a cohort into `summary.json`. */
export type ToldCohort = CohortResult & {
  readonly scenario?: string;
  readonly observed?: string;
  readonly untold?: readonly End[];
};

/** Reads the cohort that `simulate` or `observe` wrote into a folder. Fails where there is none, or the folder is of a run of another kind. */
export function readToldCohort(folder: string): ToldCohort {
  const file = join(folder, 'summary.json');
  const wrote = 'simulate or observe with --out wrote';
  if (!existsSync(file))
    throw new CliFailure(EXIT.notFound, 'not-found', `${folder} has no summary.json that ${wrote}`);
  const read = parsed(file);
  const named = read?.scenario ?? read?.observed;
  if (named === undefined || read?.all?.retention === undefined || read.weeks === undefined)
    throw new CliFailure(EXIT.invalidFile, 'invalid-file', `${file} is no summary that ${wrote}`);
  return { ...(read as ToldCohort), all: { ...read.all, readmission: read.all.readmission ?? null } };
}

/** Whether a cohort is of real patients. */
export function isReal({ observed }: ToldCohort): boolean {
  return observed !== undefined;
}

/** A cohort as reports set it beside another. */
export function besideCohort(told: ToldCohort): BesideCohort {
  const { observed, scenario, untold = [], all, weeks } = told;
  const name = observed === undefined ? `${scenario} (simulated)` : `${observed} (the record)`;
  return { name, all, weeks, figures: withoutUntold(figuresOf(all), untold) };
}

function parsed(file: string): Partial<ToldCohort> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<ToldCohort>;
  } catch {
    return null;
  }
}
