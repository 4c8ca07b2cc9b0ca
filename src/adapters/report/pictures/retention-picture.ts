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
      'Share of admitted patients who are still in treatment after each day (Kaplan-Meier), with the 95 % interval as a band, and below how many they are. Those in treatment at the horizon are lost from sight on it.',
    alternative: cohorts
      .map(({ name, result }) => sentence(cohorts.length > 1 ? `${name}: still` : 'Still', result, days))
      .join(' '),
    spec: {
      spacing: 4,
      vconcat: [
        {
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
        riskRows(cohorts, x),
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

/** How many are still in treatment at the marks of the axis, in a row for each cohort below the curves. */
function riskRows(
  named: readonly Named[],
  x: { readonly scale: { domain: number[]; nice: boolean }; readonly axis: { readonly values: number[] } },
) {
  // One cohort has no need of its name, which may be long, beside the numbers.
  const cohorts = named.length === 1 ? [{ ...named[0]!, name: 'in treatment' }] : named;
  const values = cohorts.flatMap(({ name, result }) =>
    x.axis.values
      .filter((day) => day <= result.horizonDays)
      .map((day) => ({ cohort: name, day, patients: amount(atRisk(result, day), 0) })),
  );
  return {
    width: 640,
    height: 16 * cohorts.length,
    data: { values },
    mark: { type: 'text', fontSize: 10, color: '#444' } as const,
    encoding: {
      x: { ...({ field: 'day', type: 'quantitative', axis: null } as const), scale: x.scale },
      y: {
        ...({ field: 'cohort', type: 'nominal', title: null } as const),
        sort: cohorts.map(({ name }) => name),
        axis: { ticks: false, domain: false, labelFontSize: 10, labelLimit: 240, labelPadding: 32 },
      },
      text: { field: 'patients', type: 'nominal' } as const,
    },
  };
}

/** Patients of a group who are in treatment at the beginning of a day. */
function atRisk({ retention, patients }: GroupResult, day: number): number {
  return retention.curve.find((step) => step.day >= day)?.atRisk ?? lastLeft(retention.curve, patients);
}

function lastLeft(curve: GroupResult['retention']['curve'], patients: number): number {
  const last = curve.at(-1);
  return last === undefined ? patients : last.atRisk - last.events;
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
  return `${prefix} in treatment are ${told.join(', ')}.`;
}

function marks(horizon: number): number[] {
  const step = horizon <= 130 ? 14 : horizon <= 250 ? 28 : 60;
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, i) => i * step);
}
