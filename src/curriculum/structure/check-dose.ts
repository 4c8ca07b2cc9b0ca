import type { Curriculum } from '../curriculum.ts';
import type { DoseRule } from '../dose-rule.ts';
import { type PublishedSession, publishedCalendar } from '../published-calendar.ts';
import { type StructureIssue, structureError, structureWarning } from '../structure-issue.ts';
import { weekRanges } from '../weeks.ts';
import { criterionPlaces } from './criterion-places.ts';

/** Weeks that begin with the admission are then calendar weeks. */
const A_MONDAY = '2026-01-05';

/** Finds weekly doses that the published weeks do not offer, and criteria over a dose that is not stated. Pure. */
export function checkDose(curriculum: Curriculum): StructureIssue[] {
  const rules = curriculum.dose ?? [];
  if (rules.length > 0) {
    const rows = publishedCalendar(curriculum, A_MONDAY);
    return rules.flatMap((rule, index) => checkRule(curriculum, rows, rule, index));
  }
  return criterionPlaces(curriculum)
    .filter(({ criterion }) => criterion.type === 'dose-weeks')
    .map(({ path }) =>
      structureError(
        'dose-without-rule',
        path,
        'weeks with the dose met are counted only where the curriculum states a dose',
      ),
    );
}

function checkRule(
  curriculum: Curriculum,
  calendar: readonly PublishedSession[],
  rule: DoseRule,
  index: number,
): StructureIssue[] {
  const weeks = publishedWeeks(curriculum, index);
  const offered = weeks.map((week) => {
    const rows = calendar.filter((row) => row.week === week);
    const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
    return { week, minutes, days: new Set(rows.map(({ date }) => date)).size };
  });
  const [first, ...more] = offered.filter(
    ({ minutes, days }) => minutes < (rule.minutesPerWeek ?? 0) || days < (rule.daysPerWeek ?? 0),
  );
  if (first === undefined) return [];
  const asked = [
    rule.minutesPerWeek === undefined ? null : `${rule.minutesPerWeek} minutes`,
    rule.daysPerWeek === undefined ? null : `${rule.daysPerWeek} days`,
  ].filter((part) => part !== null);
  return [
    structureWarning(
      'dose-not-offered',
      ['dose', index],
      `${asked.join(' and ')} a week are asked for, but week ${first.week} offers ${first.minutes} minutes on ${first.days} days${more.length > 0 ? `, and ${more.length} more weeks too few` : ''}; add meetings, or ask for what is offered`,
    ),
  ];
}

/** The published weeks of the phases in which a rule is the first to hold. */
function publishedWeeks({ phases, dose = [] }: Curriculum, index: number): number[] {
  const own = phases.filter(
    ({ id }) => dose.findIndex(({ during }) => during === undefined || during.includes(id)) === index,
  );
  const ranges = own.flatMap(({ weeks }) => (weeks === undefined ? [] : weekRanges(weeks)));
  const weeks = ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  return [...new Set(weeks)].sort((a, b) => a - b);
}
