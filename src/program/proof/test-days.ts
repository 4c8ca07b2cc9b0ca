import { weekdayIndex } from '../../curriculum/weekday.ts';
import { programWeek } from '../clock-days.ts';
import type { EpisodeContext } from '../episode-context.ts';
import type { Plan, PlanDrugTest } from '../plan.ts';

/**
 * How many drug tests a patient gives on a day, as often as the program tests: on its weekdays, or spread over the week
 * from admission where days are drawn. A program that names no tests is taken to test once a week.
 */
export function testsOnDay(plan: Plan, context: EpisodeContext, day: number): number {
  if (context.admittedOn === null) return 0;
  const fromStart = (day - context.admittedOn) % 7;
  if (plan.drugTests.length === 0) return fromStart === 0 ? 1 : 0;
  return plan.drugTests.filter(
    (test) =>
      (runsInWeek(test, programWeek(context, day) ?? 1) || test.during.includes(context.phase)) &&
      isTestDay(test, day, fromStart),
  ).length;
}

function runsInWeek(test: PlanDrugTest, week: number): boolean {
  if (test.weeks.length === 0) return test.during.length === 0;
  return test.weeks.some((range) => week >= range.from && week <= range.to);
}

function isTestDay(test: PlanDrugTest, day: number, fromStart: number): boolean {
  if (test.days !== 'random') return test.days.slice(0, test.perWeek).includes(weekdayIndex(day));
  for (let i = 0; i < test.perWeek; i += 1) if (Math.floor((i * 7) / test.perWeek) === fromStart) return true;
  return false;
}
