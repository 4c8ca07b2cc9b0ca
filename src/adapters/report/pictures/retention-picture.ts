import type { GroupResult } from '../../../simulation/results/cohort-result.ts';
import { RETENTION_DAYS } from '../../../simulation/results/figures.ts';
import { stepOn } from '../../../simulation/statistics/kaplan-meier.ts';
import type { Picture } from '../picture.ts';
import { amount, percent, withInterval } from '../shown.ts';

/** A cohort or a part of it, with what it is called in pictures. */
export type Named = { readonly name: string; readonly result: GroupResult };

/** Draws who is still in treatment over time, a curve for each cohort or group, with Greenwood's intervals. */
export function retentionPicture(cohorts: readonly Named[], by?: string): Picture {
  const values = cohorts.flatMap(({ name, result }) => curveOf(name, result));
  const horizon = Math.max(...cohorts.map(({ result }) => result.horizonDays));
  const days = RETENTION_DAYS.filter((day) => day <= horizon);
  const x = {
    field: 'day',
    type: 'quantitative',
    title: 'Days since admission',
    scale: { domain: [0, horizon] as number[], nice: false },
    axis: { values: marks(horizon) },
  } as const;
  const share = {
    type: 'quantitative',
    axis: { format: '.0%' },
    scale: { domain: [0, 1] as number[] },
  } as const;
  const legend = cohorts.length > 1 ? { title: null, orient: 'bottom' as const, columns: 3 } : null;
  const order = cohorts.map(({ name }) => name);
  const color = { field: 'cohort', type: 'nominal', legend, sort: order } as const;
  return {
    name: by === undefined ? 'retention' : `retention-${by}`,
    title: by === undefined ? 'Who is still in treatment' : `Who is still in treatment, by ${by}`,
    caption:
      'Share of admitted patients who are still in treatment after each day (Kaplan-Meier), with the 95 % interval as a band. Those in treatment at the horizon are lost from sight on it.',
    alternative: cohorts
      .map(({ name, result }) => sentence(cohorts.length > 1 ? `${name}: ` : '', result, days))
      .join(' '),
    spec: {
      width: 640,
      height: 300,
      data: { values },
      layer: [
        {
          mark: { type: 'area', interpolate: 'step-after', opacity: 0.2 },
          encoding: {
            x,
            y: { field: 'low', title: 'Still in treatment', ...share },
            y2: { field: 'high' },
            color,
          },
        },
        {
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
          encoding: { x, y: { field: 'survival', title: 'Still in treatment', ...share }, color },
        },
      ],
    },
    table: {
      headings: ['', ...days.map((day) => `Day ${day}`), 'Median days', 'Mean days to the horizon'],
      rows: cohorts.map(({ name, result }) => [
        name,
        ...days.map((day) => withInterval(at(result, day), percent)),
        withInterval(result.retention.medianDays, amount),
        withInterval(result.retention.meanDays, amount),
      ]),
    },
  };
}

function curveOf(cohort: string, { retention, horizonDays }: GroupResult) {
  const first = { cohort, day: 0, survival: 1, low: 1, high: 1 };
  const steps = retention.curve.map(({ day, survival, low, high }) => ({
    ...{ cohort, day, survival, low: low ?? survival, high: high ?? survival },
  }));
  const last = steps.at(-1) ?? first;
  return [...(steps[0]?.day === 0 ? [] : [first]), ...steps, { ...last, day: horizonDays }];
}

function at(result: GroupResult, day: number) {
  const step = stepOn(result.retention.curve, day);
  return step === null
    ? { value: 1, low: null, high: null }
    : { value: step.survival, low: step.low, high: step.high };
}

function sentence(prefix: string, result: GroupResult, days: readonly number[]): string {
  const told = days
    .filter((day) => [30, 90, 180, 365].includes(day))
    .map((day) => `${percent(at(result, day).value)} after ${day} days`);
  return `${prefix}still in treatment are ${told.join(', ')}.`;
}

function marks(horizon: number): number[] {
  const step = horizon <= 130 ? 14 : horizon <= 250 ? 28 : 60;
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, i) => i * step);
}
