import { type CalendarDate, fromDayNumber, toDayNumber } from './calendar-date.ts';
import type { Curriculum } from './curriculum.ts';
import type { DrugTestPlan } from './drug-test-plan.ts';
import { lastProgramWeek } from './last-program-week.ts';
import { weekDates } from './week-dates.ts';
import { weekRanges } from './weeks.ts';

/** The tests of one kind in one week: on these dates, or on days that are drawn for each patient. */
export type PublishedDrugTest = {
  readonly week: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly test: string;
  readonly specimens: DrugTestPlan['specimens'];
  readonly perWeek: number;
  readonly days: 'random' | readonly CalendarDate[];
};

/**
 * The drug tests of the published program for a patient who is admitted on `start`, week by week, then in the order of the
 * curriculum. Pure. A plan without weeks tests in every week of the program.
 */
export function publishedDrugTests(curriculum: Curriculum, start: CalendarDate): PublishedDrugTest[] {
  const last = lastProgramWeek(curriculum);
  const rows = (curriculum.drugTests ?? []).flatMap((plan) => {
    const ofPhases = curriculum.phases.flatMap(({ id, weeks }) =>
      weeks !== undefined && plan.during?.includes(id) ? weekRanges(weeks) : [],
    );
    const always = plan.during === undefined ? [{ from: 1, to: last }] : ofPhases;
    const ranges = plan.weeks === undefined ? always : weekRanges(plan.weeks);
    const weeks = new Set(
      ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
    );
    return [...weeks].map((week) => row(plan, week, start));
  });
  return rows.sort((a, b) => a.week - b.week);
}

function row(plan: DrugTestPlan, week: number, start: CalendarDate): PublishedDrugTest {
  const from = toDayNumber(start) + (week - 1) * 7;
  return {
    week,
    from: fromDayNumber(from),
    to: fromDayNumber(from + 6),
    test: plan.id,
    specimens: plan.specimens,
    perWeek: plan.perWeek,
    days: plan.days === 'random' ? 'random' : weekDates(from, plan.days),
  };
}
