import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cohortParts } from '../../adapters/report/cohort-report.ts';
import { figureCells } from '../../adapters/report/figure-cells.ts';
import type { Manifest } from '../../adapters/report/manifest.ts';
import { methodParts } from '../../adapters/report/method-parts.ts';
import { placesPicture } from '../../adapters/report/pictures/places-picture.ts';
import type { ReportPart } from '../../adapters/report/report-part.ts';
import { withInterval } from '../../adapters/report/shown.ts';
import type { ClinicResult } from '../../simulation/capacity/clinic.ts';
import { clinicFigures } from '../../simulation/capacity/clinic-figures.ts';
import type { FigureEstimates } from '../../simulation/experiment/figure-estimates.ts';
import type { CohortResult } from '../../simulation/results/cohort-result.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import type { TableSink } from '../../simulation/tables/table.ts';
import { describeRun } from './describe-run.ts';
import { writeReport } from './write-report.ts';
import { writeTables } from './write-tables.ts';

/** A cohort to write: what it was of, what came of it, and how it can be repeated. */
export type WrittenCohort = {
  readonly study: Study;
  readonly result: CohortResult;
  readonly repeated: FigureEstimates | null;
  /** The clinic with limited places, where the scenario has one. */
  readonly clinic: ClinicResult | null;
  readonly manifest: Manifest;
  readonly png: boolean;
  readonly database: TableSink | null;
};

/** Writes tables as CSV and Parquet, `summary.json`, `manifest.json` and the report. Gives back a note for the person, or null. */
export async function writeCohort(folder: string, cohort: WrittenCohort): Promise<string | null> {
  const { result, study, manifest, repeated, database, clinic } = cohort;
  writeTables(
    folder,
    result,
    {
      scenario: study.scenario.id,
      ...(repeated ? { repeated } : {}),
      ...(clinic ? { clinic: clinicFigures(clinic) } : {}),
    },
    { database, figures: manifest.figures },
  );
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return writeReport(folder, reportOf(cohort), cohort.png);
}

function reportOf({ study, result, manifest, repeated, clinic }: WrittenCohort) {
  const { scenario, curriculum } = study;
  const parts: ReportPart[] = [
    {
      kind: 'warning',
      text: 'A simulation: no patient of this report exists. It shows what follows from the program and from assumptions about behaviour, and not what will happen to anybody.',
    },
    ...cohortParts(scenario.id, result),
  ];
  if (clinic !== null) parts.push({ kind: 'picture', picture: placesPicture(clinic) });
  if (repeated !== null)
    parts.push({
      kind: 'table',
      title: `Over ${manifest.replications} replications`,
      table: {
        headings: ['Figure', 'Mean (95 % interval, Student)', 'Name'],
        rows: Object.entries(repeated).map(([name, estimate]) => {
          const { words, show } = figureCells(name);
          return [words, withInterval(estimate, show), name];
        }),
      },
    });
  const { patients, replications, seed, until } = manifest;
  const precise =
    until === undefined
      ? ''
      : `, repeated until the 95 % interval of ${until.figure} reached ${until.halfWidth} to both sides`;
  parts.push(
    ...methodParts(
      describeRun([study], {
        ...{ patients, seed },
        aims: `What comes of the cohort of scenario ${scenario.id}; others are compared on the same random numbers.`,
        logic: `One scenario, as it is; ${Object.keys(scenario.parameters ?? {}).join(', ') || 'nothing'} may be varied.`,
        estimation: `${replications} replication(s) of ${patients} patients${precise}.`,
      }),
    ),
  );
  return {
    title: scenario.title,
    subtitle: `${manifest.patients.toLocaleString('en-US')} simulated patients in ${curriculum.title} (${curriculum.id} ${curriculum.version}), followed for ${scenario.horizon.days} days.`,
    parts,
  };
}
