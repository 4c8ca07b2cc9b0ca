import type { DescribedRun } from './described-run.ts';
import type { ReportPart } from './report-part.ts';
import { stressDes } from './stress-des.ts';

/** The parts of a report that say how its run was made: the items of STRESS-DES, and what it takes to repeat it. */
export function methodParts(run: DescribedRun): ReportPart[] {
  return [
    { kind: 'heading', text: 'How it was made' },
    { kind: 'table', title: 'For the methods section: STRESS-DES', table: stressDes(run) },
    {
      kind: 'table',
      title: 'To repeat it to the byte',
      table: {
        headings: ['What', 'Value'],
        rows: [
          ['Seed', String(run.seed)],
          ...run.studies.flatMap(({ study, scenario, plan }) => [
            [`Scenario ${study.scenario.id} (SHA-256)`, scenario],
            [`Plan of ${study.curriculum.id}`, plan],
          ]),
          ...Object.entries(run.versions),
        ],
      },
    },
  ];
}
