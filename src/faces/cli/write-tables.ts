import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCsvFile } from '../../adapters/csv/csv-file.ts';
import { openParquetFile } from '../../adapters/parquet/parquet-file.ts';
import type { CohortResult } from '../../simulation/results/cohort-result.ts';
import { type Figures, figuresOf } from '../../simulation/results/figures.ts';
import { figureTable } from '../../simulation/tables/figure-table.ts';
import type { TableSink } from '../../simulation/tables/table.ts';
import { serviceTable, weekTable } from '../../simulation/tables/week-table.ts';
import { makeFolder } from './make-folder.ts';

/** Writes the tables of weeks, services and figures as CSV and Parquet (and into a database), and `summary.json`. */
export function writeTables(
  folder: string,
  result: CohortResult,
  summary: Readonly<Record<string, unknown>>,
  more: { readonly database?: TableSink | null; readonly figures?: Figures } = {},
): void {
  makeFolder(folder);
  const groups = result.groups.map((group) => ({
    name: `${group.trait}=${group.value}`,
    figures: figuresOf(group.result),
  }));
  const figures = figureTable([{ name: 'all', figures: more.figures ?? figuresOf(result.all) }, ...groups]);
  for (const table of [weekTable(result.weeks), serviceTable(result.weeks), figures]) {
    const sinks = [
      openCsvFile(join(folder, `${table.name}.csv`)),
      openParquetFile(join(folder, `${table.name}.parquet`)),
    ];
    for (const sink of sinks) {
      sink.write(table);
      sink.close();
    }
    more.database?.write(table);
  }
  writeFileSync(join(folder, 'summary.json'), `${JSON.stringify({ ...summary, ...result }, null, 2)}\n`);
}
