import { ENDS } from '../../../simulation/ends.ts';
import type { WeekResult } from '../../../simulation/results/week-result.ts';
import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { inWords, percent } from '../shown.ts';
import { END_COLOURS } from './ends-picture.ts';

const TREATED = ['#08519c', '#3182bd', '#6baed6', '#9ecae1', '#c6dbef', '#deebf7', '#4a6fa5', '#7f9cc4'];

/**
 * Draws where patients are at the beginning of each week, stacked to all who were admitted. Beside another cohort `like` gives the states,
 * the number of weeks and the height that both have.
 */
export function occupancyPicture(
  all: readonly WeekResult[],
  like?: { readonly states: readonly string[]; readonly weeks: number; readonly height: number },
): Picture {
  const byLevel = like === undefined && levelsOf(all).size > 1;
  const weeks = byLevel ? all.map(inLevels) : all;
  const states =
    like?.states ??
    Object.keys(weeks[0]?.states ?? {}).filter((state) => weeks.some((week) => week.states[state]! > 0));
  const stages = new Set(states.filter((state) => state.includes('/')).map((state) => state.split('/')[0]));
  const called = (state: string) => inWords(stages.size > 1 ? state : state.slice(state.indexOf('/') + 1));
  const everybody = (week: WeekResult) => Object.values(week.states).reduce((sum, count) => sum + count, 0);
  const share = (week: WeekResult, state: string) => week.states[state]! / Math.max(1, everybody(week));
  const values = weeks.flatMap((week) =>
    states.map((state, order) => ({
      week: week.week,
      state: called(state),
      order,
      share: share(week, state),
    })),
  );
  let treated = 0;
  const range = states.map((state) => {
    if (END_COLOURS[state] !== undefined) return END_COLOURS[state];
    if (state === 'on-leave') return PALETTE[7];
    treated += 1;
    return TREATED[(treated - 1) % TREATED.length]!;
  });
  const at = (number: number) => weeks.find(({ week }) => week === number);
  const told = [1, 5, 9, 17, 27, 53].flatMap((number) => {
    const week = at(number);
    if (week === undefined) return [];
    const inTreatment = states.filter((state) => !ENDS.includes(state as (typeof ENDS)[number]));
    return [`${percent(inTreatment.reduce((sum, state) => sum + share(week, state), 0))} in week ${number}`];
  });
  return {
    name: 'occupancy',
    title: 'Where patients are',
    caption: `Share of admitted patients ${byLevel ? 'at each level of care' : 'in each phase'}, on leave, or ended for a reason, at the beginning of each week since admission.${byLevel ? ' The phases of each level are in weeks.csv.' : ''}`,
    alternative: `In treatment are ${told.join(', ')}.`,
    spec: {
      width: 640,
      height: like?.height ?? 320,
      data: { values },
      mark: { type: 'area', interpolate: 'monotone' },
      encoding: {
        x: {
          ...{ field: 'week', type: 'quantitative', title: 'Week since admission' },
          scale: { domain: [1, Math.max(2, like?.weeks ?? weeks.length)], nice: false },
        },
        y: {
          ...{ field: 'share', type: 'quantitative', stack: 'zero', title: 'Patients' },
          ...{ axis: { format: '.0%' }, scale: { domain: [0, 1] } },
        },
        order: { field: 'order', type: 'quantitative' },
        color: {
          ...{ field: 'state', type: 'nominal', scale: { domain: states.map(called), range } },
          legend: { title: null, orient: 'bottom', columns: 3 },
        },
      },
    },
    table: {
      headings: ['Week', ...states.map(called)],
      rows: weeks.map((week) => [week.week, ...states.map((state) => week.states[state]!)]),
    },
  };
}

function levelsOf(weeks: readonly WeekResult[]): ReadonlySet<string> {
  const phases = Object.keys(weeks[0]?.states ?? {}).filter((state) => state.includes('/'));
  return new Set(phases.map((state) => state.slice(0, state.indexOf('/'))));
}

/** A week with the phases of each level of care taken together: a pathway has more of them than there are colours. */
function inLevels(week: WeekResult): WeekResult {
  const states: Record<string, number> = {};
  for (const [state, count] of Object.entries(week.states)) {
    const at = state.indexOf('/');
    const level = at === -1 ? state : state.slice(0, at);
    states[level] = (states[level] ?? 0) + count;
  }
  return { ...week, states };
}
