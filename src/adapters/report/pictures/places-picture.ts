import type { ClinicResult } from '../../../simulation/capacity/clinic.ts';
import type { Picture } from '../picture.ts';
import { amount, percent } from '../shown.ts';

const USES = ['in treatment', 'waiting for the next level', 'free'] as const;

/** Draws how the places of each level of care are used: by patients in treatment, by those who wait to go on, or not at all. */
export function placesPicture({ stations, came, admitted, lost, waits }: ClinicResult): Picture {
  const values = stations.flatMap(({ name, places, census, blocked }) =>
    [census - blocked, blocked, Math.max(0, places - census)].map((mean, use) => ({
      ...{ level: name, places: mean, use: USES[use]!, order: use },
    })),
  );
  const meanWait = waits.length === 0 ? 0 : waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  return {
    name: 'places',
    title: 'Places and waiting',
    caption:
      'Mean number of places at each level of care over the measured time. Who waits for a place at the next level and keeps the one that he has takes it from somebody else.',
    alternative: [
      `Of ${amount(came, 0)} who asked for a place ${percent(came === 0 ? null : admitted / came)} were admitted, after ${amount(meanWait)} days on average, and ${percent(came === 0 ? null : lost / came)} went elsewhere.`,
      ...stations.map(
        ({ name, places, census, utilisation, blocked }) =>
          `${name}: ${amount(census)} of ${places} places are taken (${percent(utilisation)}), ${amount(blocked)} of them by patients who wait to go on.`,
      ),
    ].join(' '),
    spec: {
      width: 560,
      height: 44 * stations.length + 10,
      data: { values },
      mark: { type: 'bar', height: 26 },
      encoding: {
        y: { field: 'level', type: 'nominal', title: null, sort: stations.map(({ name }) => name) },
        x: { field: 'places', type: 'quantitative', title: 'Places, mean over time' },
        color: {
          field: 'use',
          type: 'nominal',
          title: null,
          scale: { domain: [...USES], range: ['#0072B2', '#D55E00', '#d9dee3'] },
          legend: { orient: 'bottom' },
        },
        order: { field: 'order', type: 'quantitative' },
      },
    },
    table: {
      headings: [
        'Level',
        'Places',
        'Taken (mean)',
        'Of places',
        'Waiting to go on (mean)',
        'Entered',
        'Days waited before it (mean)',
      ],
      rows: stations.map(({ name, places, census, utilisation, blocked, entered, meanWait: wait }) => [
        ...[name, places, amount(census), percent(utilisation), amount(blocked), entered, amount(wait)],
      ]),
    },
  };
}
