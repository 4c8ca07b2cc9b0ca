import type { Estimate } from '../statistics/estimate.ts';
import { stepOn } from '../statistics/kaplan-meier.ts';
import type { GroupResult } from './cohort-result.ts';
import { RETENTION_DAYS } from './figures.ts';

type Maybe = { readonly [K in keyof Estimate]: number | null } | null;

/**
 * The intervals that one cohort gives for its figures by itself, by the names of `figuresOf`: Wilson’s for shares of patients, those of the curve for retention
 * and the median stay, Student’s for means. Figures without one are left out.
 */
export function resultIntervals(result: GroupResult): Readonly<Record<string, Estimate>> {
  const { retention, readmission } = result;
  const found: [string, Maybe][] = [
    ['completed', result.completed],
    ...retention.ends.map(({ end, share }): [string, Maybe] => [`end.${end}`, share]),
    ...RETENTION_DAYS.filter((day) => day <= result.horizonDays).map((day): [string, Maybe] => {
      const step = stepOn(retention.curve, day);
      return [`retention.${day}`, step === null ? null : { ...step, value: step.survival }];
    }),
    ['retention.mean', retention.meanDays],
    ['stay.median', retention.medianDays],
    ...result.amounts.map(({ name, mean }): [string, Maybe] => [`${name}.mean`, mean]),
    ...result.stays.map(({ name, mean }): [string, Maybe] => [`level.${name}.mean`, mean]),
    ...result.gates.map(({ phase, passed }): [string, Maybe] => [`gate.${phase}.passed`, passed]),
    ...(readmission === null
      ? []
      : [
          ['readmission.returned', readmission.returned] as [string, Maybe],
          ['readmission.completed', readmission.completed] as [string, Maybe],
        ]),
    ['cost.mean', result.cost.perPatient],
  ];
  return Object.fromEntries(
    found.flatMap(([name, one]) => {
      if (one === null || one.value === null || !Number.isFinite(one.value)) return [];
      return [[name, { value: one.value, low: one.low, high: one.high }]];
    }),
  );
}
