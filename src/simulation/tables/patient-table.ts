import { ENDS } from '../ends.ts';
import type { PatientColumns } from '../patient-columns.ts';
import { AMOUNTS } from '../results/amounts.ts';
import type { CohortShape } from '../results/cohort-shape.ts';
import { patientCost } from '../results/patient-cost.ts';
import type { Table, TableColumn } from './table.ts';

/** The table with one row a patient. Days count from the day of admission, which is day 0. */
export function patientTable(columns: PatientColumns, shape: CohortShape): Table {
  const rows = columns.count;
  const whole = (name: string, about: string, data: ArrayLike<number>, missing?: number): TableColumn => ({
    ...{ name, about, kind: 'integer', data },
    ...(missing === undefined ? {} : { missing }),
  });
  const label = (name: string, about: string, data: ArrayLike<number>, labels: readonly string[]) =>
    ({ name, about, kind: 'text', data, labels }) as const;
  return {
    name: 'patients',
    rows,
    columns: [
      whole(
        'patient',
        'number of the patient',
        new Int32Array(rows).map((_, row) => columns.first + row),
      ),
      ...shape.groups.map(({ trait, values }, g) =>
        label(snake(trait), `the patient’s ${trait}`, columns.group[g]!, values),
      ),
      label('end', 'how treatment ended, or in-treatment at the horizon', columns.end, ENDS),
      whole('end_day', 'day of the end, or of the horizon', columns.endDay),
      label('stage', 'level of care at the end', columns.stage, shape.stages),
      label('phase', 'phase at the end', columns.phase, shape.phases),
      ...shape.phases.map((phase, p) =>
        whole(`day_${snake(phase)}`, `first day in ${phase}`, columns.phaseEntered[p]!, -1),
      ),
      ...shape.stages.map((stage, s) =>
        whole(`days_at_${snake(stage)}`, `days at ${stage}`, columns.daysAtStage[s]!),
      ),
      ...AMOUNTS.map(({ name, title, unit, column }) =>
        whole(snake(name), `${title} (${unit})`, columns[column]),
      ),
      ...(columns.returnedAfter === undefined
        ? []
        : [
            whole(
              ...(['returned_after_days', 'days from the first discharge to the first return'] as const),
              ...([columns.returnedAfter, -1] as const),
            ),
          ]),
      whole(
        'cost_cents',
        `cost of the treatment (${shape.costs.currency}, hundredths)`,
        new Float64Array(rows).map((_, row) => patientCost(columns, row, shape.costs)),
      ),
    ],
  };
}

function snake(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]+/g, '_').toLowerCase();
}
