import type { PatientColumns } from '../patient-columns.ts';
import type { UnitCosts } from './unit-costs.ts';

/** What the treatment of the patient in a row cost, in whole cents. */
export function patientCost(columns: PatientColumns, row: number, costs: UnitCosts): number {
  const attended = columns.attended[row]!;
  let cents =
    costs.admission +
    attended * costs.sessionAttended +
    (columns.absent[row]! + columns.excused[row]!) * costs.sessionMissed +
    (columns.minutes[row]! * costs.hourAttended) / 60 +
    (columns.negative[row]! + columns.positive[row]!) * costs.drugTest +
    columns.earned[row]! * costs.incentives;
  for (const [stage, days] of columns.daysAtStage.entries())
    cents += days[row]! * (costs.dayAtStage[stage] ?? 0);
  return Math.round(cents);
}
