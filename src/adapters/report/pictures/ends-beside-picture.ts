import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { inWords, percent, withInterval } from '../shown.ts';
import type { Named } from './retention-picture.ts';

/** Draws how treatment had ended at the horizon for two cohorts side by side, such as real and simulated patients, reason by reason. */
export function endsBesidePicture(cohorts: readonly Named[]): Picture {
  const names = cohorts.map(({ name }) => name);
  const all = cohorts.flatMap(({ result }) => result.retention.ends);
  const ends = [...new Set(all.filter(({ count }) => count > 0).map(({ end }) => end))];
  const of = (result: Named['result'], end: string) => {
    const found = result.retention.ends.find((one) => one.end === end);
    return found === undefined || found.count === 0 ? null : found.share;
  };
  const values = ends.flatMap((end) =>
    cohorts.flatMap(({ name, result }) => {
      const share = of(result, end);
      if (share === null) return [];
      const { value, low, high } = share;
      return [{ cohort: name, end: inWords(end), share: value, low: low ?? value, high: high ?? value }];
    }),
  );
  const share = { type: 'quantitative', axis: { format: '.0%' }, title: 'Patients' } as const;
  const y = { field: 'end', type: 'nominal', title: null, sort: ends.map(inWords) } as const;
  const offset = { field: 'cohort', type: 'nominal', sort: names } as const;
  return {
    name: 'ends-side-by-side',
    title: 'How treatment ended, side by side',
    caption:
      'Share of admitted patients by how treatment had ended at the horizon, with the 95 % interval as a line. An end without a bar did not happen; of real patients one that few had is counted under other.',
    alternative: ends
      .map(
        (end) =>
          `${inWords(end)}: ${cohorts.map(({ name, result }) => `${percent(of(result, end)?.value ?? null)} in ${name}`).join(', ')}.`,
      )
      .join(' '),
    spec: {
      width: 480,
      height: { step: 14 },
      data: { values },
      encoding: { y, yOffset: offset },
      layer: [
        {
          mark: { type: 'bar' },
          encoding: {
            x: { field: 'share', ...share },
            color: {
              ...{ field: 'cohort', type: 'nominal' },
              scale: { domain: names, range: [PALETTE[0], PALETTE[1]] },
              legend: { title: null, orient: 'bottom' },
            },
          },
        },
        { mark: { type: 'rule' }, encoding: { x: { field: 'low', ...share }, x2: { field: 'high' } } },
      ],
    },
    table: {
      headings: ['End', ...names],
      rows: ends.map((end) => [
        inWords(end),
        ...cohorts.map(({ result }) => withInterval(of(result, end), percent)),
      ]),
    },
  };
}
