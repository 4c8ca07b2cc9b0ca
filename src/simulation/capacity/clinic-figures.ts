import type { Figures } from '../results/figures.ts';
import { Histogram } from '../statistics/histogram.ts';
import type { ClinicResult } from './clinic.ts';

/**
 * The numbers of a clinic by name, beside those of its patients: `clinic.came`, `clinic.admitted.share`, `clinic.lost.share`,
 * `clinic.waits.share` of those admitted that waited a day or more, `clinic.wait.mean` and `clinic.wait.p90` in days, and of each station
 * `clinic.<id>.census`, `.utilisation`, `.blocked` and `.wait`.
 */
export function clinicFigures({ came, admitted, lost, waits, stations }: ClinicResult): Figures {
  const days = new Histogram();
  for (const wait of waits) days.add(Math.floor(wait));
  const of = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    'clinic.came': came,
    'clinic.admitted.share': of(admitted, came),
    'clinic.lost.share': of(lost, came),
    'clinic.waits.share': of(waits.filter((wait) => wait >= 1).length, waits.length),
    'clinic.wait.mean': of(
      waits.reduce((sum, wait) => sum + wait, 0),
      waits.length,
    ),
    'clinic.wait.p90': waits.length === 0 ? null : days.quantile(0.9),
    ...Object.fromEntries(
      stations.flatMap(({ name, census, utilisation, blocked, meanWait }) => [
        [`clinic.${name}.census`, census],
        [`clinic.${name}.utilisation`, utilisation],
        [`clinic.${name}.blocked`, blocked],
        [`clinic.${name}.wait`, meanWait],
      ]),
    ),
  };
}
