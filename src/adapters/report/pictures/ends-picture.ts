import { ENDS } from '../../../simulation/ends.ts';
import type { GroupResult } from '../../../simulation/results/cohort-result.ts';
import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { amount, inWords, percent, withInterval } from '../shown.ts';

/** The colour of each end, the same in every picture. */
export const END_COLOURS: Readonly<Record<string, string>> = {
  graduated: PALETTE[2],
  completed: PALETTE[10],
  'in-treatment': PALETTE[0],
  transferred: PALETTE[11],
  'dropped-out': PALETTE[5],
  terminated: PALETTE[1],
  incarcerated: PALETTE[3],
  death: '#333333',
  other: PALETTE[6],
};

/** Draws how treatment ends over time, each reason while the others compete, stacked up to those who have ended. */
export function endsPicture(result: GroupResult): Picture {
  const { horizonDays, retention } = result;
  const shown = retention.ends.filter(({ count, end }) => count > 0 && end !== 'in-treatment');
  const days = Array.from({ length: horizonDays + 1 }, (_, day) => day);
  const values = shown.flatMap(({ end, incidence }) => {
    let next = 0;
    let share = 0;
    return days.map((day) => {
      while ((incidence[next]?.day ?? Number.POSITIVE_INFINITY) <= day) share = incidence[next++]!.incidence;
      return { end: inWords(end), order: ENDS.indexOf(end as (typeof ENDS)[number]), day, share };
    });
  });
  const domain = shown.map(({ end }) => inWords(end));
  const range = shown.map(({ end }) => END_COLOURS[end] ?? PALETTE[6]);
  const sorted = [...retention.ends].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return {
    name: 'ends',
    title: 'How treatment ends',
    caption:
      'Share of admitted patients who have ended treatment by each day, by reason, while the reasons compete (Aalen-Johansen). What is empty above has not ended.',
    alternative: `At the horizon: ${sorted.map(({ end, share }) => `${percent(share.value)} ${inWords(end)}`).join(', ')}.`,
    spec: {
      width: 640,
      height: 300,
      data: { values },
      mark: { type: 'area', interpolate: 'step-after' },
      encoding: {
        x: {
          ...{ field: 'day', type: 'quantitative', title: 'Days since admission' },
          scale: { domain: [0, horizonDays], nice: false },
        },
        y: {
          ...{ field: 'share', type: 'quantitative', stack: 'zero', title: 'Ended' },
          ...{ axis: { format: '.0%' }, scale: { domain: [0, 1] } },
        },
        order: { field: 'order' },
        color: {
          ...{ field: 'end', type: 'nominal', scale: { domain, range } },
          legend: { title: null, orient: 'bottom', columns: 4 },
        },
      },
    },
    table: {
      headings: ['End', 'Patients', 'Share', 'Median days'],
      rows: sorted.map(({ end, count, share, medianDays }) => [
        ...[inWords(end), count, withInterval(share, percent)],
        end === 'in-treatment' ? null : withInterval(medianDays, amount),
      ]),
    },
  };
}
