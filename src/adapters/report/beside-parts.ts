import { type CohortFigures, compareCohorts } from '../../simulation/results/compare-cohorts.ts';
import type { WeekResult } from '../../simulation/results/week-result.ts';
import { figureCells } from './figure-cells.ts';
import { endsBesidePicture } from './pictures/ends-beside-picture.ts';
import { occupancyBesidePicture } from './pictures/occupancy-beside-picture.ts';
import { retentionPicture } from './pictures/retention-picture.ts';
import type { ReportPart } from './report-part.ts';
import { withInterval } from './shown.ts';

/** A cohort that stands beside another in a report, with what it is called. */
export type BesideCohort = CohortFigures & { readonly name: string; readonly weeks: readonly WeekResult[] };

/** The parts of a report that set two cohorts side by side, such as real patients and simulated ones: three pictures and a table of their figures. */
export function besideParts(a: BesideCohort, b: BesideCohort): ReportPart[] {
  const curves = [a, b].map(({ name, all }) => ({ name, result: all }));
  const [first, second] = [a.all.horizonDays, b.all.horizonDays];
  const parts: ReportPart[] = [];
  if (first !== second)
    parts.push({
      kind: 'warning',
      text: `${a.name} is followed for ${first} days, ${b.name} for ${second}: what grows with time, as the share that completed, is not to be compared as it stands. Compare the curves up to day ${Math.min(first, second)}.`,
    });
  parts.push(
    { kind: 'picture', picture: { ...retentionPicture(curves), name: 'retention-side-by-side' } },
    { kind: 'picture', picture: endsBesidePicture(curves) },
    { kind: 'picture', picture: occupancyBesidePicture([a, b]) },
    {
      kind: 'table',
      title: 'Figures',
      table: {
        headings: ['Figure', a.name, b.name, 'Difference (95 % interval)', 'Name'],
        rows: compareCohorts(a, b).map((one) => {
          const { words, name, show } = figureCells(one.figure);
          const [x, y, between] = [one.a, one.b, one.difference].map((of) => withInterval(of, show));
          return [words, x!, y!, between!, name];
        }),
      },
    },
    {
      kind: 'text',
      text: 'Intervals are those that each cohort gives by itself: Wilson’s for shares, of the curve for retention and the median stay, Student’s for means. The interval of a difference is made of the two (Newcombe’s method).',
    },
  );
  return parts;
}
