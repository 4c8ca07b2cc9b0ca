import { amount, inWords, percent, withInterval } from '../../adapters/report/shown.ts';
import type { FigureEstimates } from '../../simulation/experiment/figure-estimates.ts';
import type { CohortResult } from '../../simulation/results/cohort-result.ts';
import { RETENTION_DAYS } from '../../simulation/results/figures.ts';
import { stepOn } from '../../simulation/statistics/kaplan-meier.ts';
import { renderTable } from './render-table.ts';
import { bold, faint } from './screen.ts';

/** Tells the results of a cohort on a screen. */
export function renderCohort(
  title: string,
  result: CohortResult,
  repeated: FigureEstimates | null,
  kind = 'simulated',
): string {
  const { all } = result;
  const { retention } = all;
  const days = RETENTION_DAYS.filter((day) => [30, 60, 90, 180, 365].includes(day) && day <= all.horizonDays);
  const rows: (string | null)[][] = [
    ['completed', withInterval(all.completed, percent), withInterval(all.completedDays, amount)],
    ...retention.ends
      .filter(({ count, end }) => count > 0 && end !== 'completed' && end !== 'graduated')
      .map(({ end, share, medianDays }) => [
        ...[inWords(end), withInterval(share, percent)],
        end === 'in-treatment' ? null : withInterval(medianDays, amount),
      ]),
    ...days.map((day) => {
      const step = stepOn(retention.curve, day);
      const there = step === null ? { value: 1, low: null, high: null } : { ...step, value: step.survival };
      return [`still in treatment on day ${day}`, withInterval(there, percent), null];
    }),
  ];
  const total = (name: string) => all.amounts.find((one) => one.name === name)!;
  const others: (string | null)[][] = [
    ['sessions attended', withInterval(total('sessions-attended').mean, amount), null],
    ['of those offered', percent(total('sessions-attended').total / total('sessions-offered').total), null],
  ];
  if (all.readmission !== null && all.readmission.count > 0)
    others.push([
      'came back, of those discharged',
      withInterval(all.readmission.returned, percent),
      withInterval(all.readmission.medianDays, amount),
    ]);
  if (all.cost.total > 0) {
    const money = (value: number | null) => `${amount(value, 0)} ${all.cost.currency}`;
    others.push(['cost of a patient', withInterval(all.cost.perPatient, money), null]);
    if (all.cost.perCompleted !== null)
      others.push(['cost of a completed treatment', money(all.cost.perCompleted), null]);
  }
  const lines = [
    `${bold(title)}  ${faint(`${amount(all.patients, 0)} ${kind} patients`)}`,
    renderTable(['', 'Value (95 % interval)', 'Median days'], [...rows, ...others]),
  ];
  if (repeated?.['completed'] !== undefined)
    lines.push(`completed over replications: ${withInterval(repeated['completed'], percent)}`);
  return lines.join('\n');
}
