import type { WeekResult } from '../../../simulation/results/week-result.ts';
import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { percent } from '../shown.ts';

/** Fewer offers or tests in a week than this say too little for a point. */
const ENOUGH = 20;

/** Draws attendance and drug tests week by week, of those who are in treatment in it. */
export function weeksPicture(weeks: readonly WeekResult[]): Picture {
  const series = [
    {
      name: 'Attended, of sessions offered',
      color: PALETTE[0],
      of: (w: WeekResult) => [w.attended, w.offered],
    },
    {
      ...{ name: 'Negative, of tests given', color: PALETTE[2] },
      of: (w: WeekResult) => [w.negative, w.negative + w.positive],
    },
    {
      ...{ name: 'Missed, of tests asked for', color: PALETTE[5] },
      of: (w: WeekResult) => [w.missedTests, w.negative + w.positive + w.missedTests],
    },
  ] as const;
  const values = series.flatMap(({ name, of }) =>
    weeks.flatMap((week) => {
      const [part = 0, whole = 0] = of(week);
      return whole < ENOUGH ? [] : [{ week: week.week, series: name, share: part / whole }];
    }),
  );
  const first = (name: string) => values.find((value) => value.series === name);
  const last = (name: string) => values.findLast((value) => value.series === name);
  const told = series.filter(({ name }) => first(name) !== undefined);
  return {
    name: 'weeks',
    title: 'Attendance and drug tests by week',
    caption: `Of those in treatment in each week. Weeks with fewer than ${ENOUGH} sessions or tests are left out.`,
    alternative: told
      .map(({ name }) => {
        const [from, to] = [first(name)!, last(name)!];
        return `${name}: ${percent(from.share)} in week ${from.week}, ${percent(to.share)} in week ${to.week}.`;
      })
      .join(' '),
    spec: {
      width: 640,
      height: 260,
      data: { values },
      mark: { type: 'line', strokeWidth: 2, point: { size: 22 } },
      encoding: {
        x: {
          ...{ field: 'week', type: 'quantitative', title: 'Week since admission' },
          scale: { domain: [1, Math.max(2, ...values.map(({ week }) => week))], nice: false },
        },
        y: {
          ...{ field: 'share', type: 'quantitative', title: 'Share' },
          ...{ axis: { format: '.0%' }, scale: { domain: [0, 1] } },
        },
        color: {
          ...{ field: 'series', type: 'nominal' },
          scale: { domain: told.map(({ name }) => name), range: told.map(({ color }) => color) },
          legend: { title: null, orient: 'bottom', columns: 2 },
        },
      },
    },
    table: {
      headings: ['Week', 'Sessions offered', 'Attended', 'Tests negative', 'Tests positive', 'Tests missed'],
      rows: weeks.map((w) => [w.week, w.offered, w.attended, w.negative, w.positive, w.missedTests]),
    },
  };
}
