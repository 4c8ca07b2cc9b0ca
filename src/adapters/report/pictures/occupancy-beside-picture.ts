import { ENDS } from '../../../simulation/ends.ts';
import type { WeekResult } from '../../../simulation/results/week-result.ts';
import type { Picture } from '../picture.ts';
import { percent } from '../shown.ts';
import { occupancyPicture } from './occupancy-picture.ts';

/** A cohort's weeks, with what it is called. */
type NamedWeeks = { readonly name: string; readonly weeks: readonly WeekResult[] };

/** Draws where patients of several cohorts are at the beginning of each week, one above the other on the same scales and in the same colours. */
export function occupancyBesidePicture(named: readonly NamedWeeks[]): Picture {
  const cohorts = named.map(({ name, weeks }) => ({ name, weeks: withoutStage(weeks) }));
  const weeks = Math.max(...cohorts.map((cohort) => cohort.weeks.length));
  const states = [...new Set(cohorts.flatMap((cohort) => Object.keys(cohort.weeks[0]?.states ?? {})))];
  const seen = states.filter((state) =>
    cohorts.some((cohort) => cohort.weeks.some((week) => (week.states[state] ?? 0) > 0)),
  );
  const whole = cohorts.map(({ name, weeks: own }) => ({
    name,
    weeks: own.map((week) => ({
      ...week,
      states: Object.fromEntries(seen.map((state) => [state, week.states[state] ?? 0])),
    })),
  }));
  const pictures = whole.map(({ weeks: own }) => occupancyPicture(own, { states: seen, weeks, height: 180 }));
  const first = pictures[0]!.spec as { readonly encoding: object };
  const treated = (week: WeekResult | undefined) =>
    week === undefined
      ? null
      : Object.entries(week.states).reduce((sum, [state, count]) => sum + (isEnd(state) ? 0 : count), 0) /
        Math.max(
          1,
          Object.values(week.states).reduce((sum, count) => sum + count, 0),
        );
  return {
    name: 'occupancy-side-by-side',
    title: 'Where patients are, side by side',
    caption:
      'Share of admitted patients in each phase, or ended for a reason, at the beginning of each week since admission: one cohort above the other.',
    alternative: whole
      .map(
        ({ name, weeks: own }) =>
          `${name}: in treatment are ${[5, 13, 27].flatMap((at) => (own[at - 1] === undefined ? [] : [`${percent(treated(own[at - 1]))} in week ${at}`])).join(', ')}.`,
      )
      .join(' '),
    spec: {
      ...first,
      data: { values: whole.flatMap(({ name }, index) => valuesOf(pictures[index]!, name)) },
      encoding: {
        ...first.encoding,
        row: {
          ...{ field: 'cohort', type: 'nominal', sort: whole.map(({ name }) => name) },
          header: { title: null, labelOrient: 'top', labelFontSize: 12, labelFontWeight: 'bold' },
        },
      },
    } as Picture['spec'],
    table: {
      headings: ['Cohort', ...pictures[0]!.table.headings],
      rows: whole.flatMap(({ name }, index) => pictures[index]!.table.rows.map((row) => [name, ...row])),
    },
  };
}

function isEnd(state: string): boolean {
  return state !== 'in-treatment' && ENDS.includes(state as (typeof ENDS)[number]);
}

/** The rows that a picture is drawn of, each with the name of its cohort. */
function valuesOf({ spec }: Picture, cohort: string): object[] {
  const { data } = spec as unknown as { readonly data: { readonly values: readonly object[] } };
  return data.values.map((row) => ({ ...row, cohort }));
}

/** The weeks of a program of one level of care, with phases called as those of the record are: without the level before them. */
function withoutStage(weeks: readonly WeekResult[]): readonly WeekResult[] {
  const names = Object.keys(weeks[0]?.states ?? {}).filter((state) => state.includes('/'));
  if (new Set(names.map((state) => state.split('/')[0])).size !== 1) return weeks;
  return weeks.map((week) => ({
    ...week,
    states: Object.fromEntries(
      Object.entries(week.states).map(([state, count]) => [state.slice(state.indexOf('/') + 1), count]),
    ),
  }));
}
