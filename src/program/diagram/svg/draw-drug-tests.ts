import { WEEKDAYS } from '../../../curriculum/weekday.ts';
import type { Plan, PlanDrugTest } from '../../plan.ts';
import { drawBarRow } from './draw-bar-row.ts';
import type { Drawing } from './draw-list.ts';
import { type PhaseColumn, placeWeeks } from './phase-columns.ts';

const COLOUR = '#4d5b66';

/** The drug tests as bars over their weeks, with how often they are taken. */
export function drawDrugTests(
  plan: Plan,
  columns: readonly PhaseColumn[],
  x: number,
  labelWidth: number,
  y: number,
): Drawing {
  const svg: string[] = [];
  let top = y;
  for (const test of plan.drugTests) {
    const pieces = columns.flatMap((column) => {
      if (column.weeks === null) return [];
      const ranges = test.weeks.length === 0 ? [column.weeks] : test.weeks;
      return ranges.flatMap((range) => {
        const place = placeWeeks(column, range);
        return place ? [{ ...place, text: `${test.perWeek} a week`, faint: true }] : [];
      });
    });
    const details = `${test.specimens.join(', ')}; ${daysOf(test)}`;
    const row = drawBarRow(x, labelWidth, top, { title: test.title, details, colour: COLOUR, pieces });
    svg.push(...row.svg);
    top += row.height;
  }
  return { svg, height: top - y };
}

function daysOf({ days }: PlanDrugTest): string {
  if (days === 'random') return 'on days drawn by chance';
  return `on ${days.map((day) => WEEKDAYS[day]).join(' or ')}`;
}
