import { toDayNumber } from '../../../curriculum/calendar-date.ts';
import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import { kaplanMeier, type SurvivalStep } from '../../../simulation/statistics/kaplan-meier.ts';
import { lifeTableOf } from '../../../simulation/statistics/life-table.ts';

/** How long patients of one curriculum version stayed. */
export type Retention = {
  readonly curriculum: string;
  readonly version: string;
  readonly patients: number;
  readonly completed: number;
  readonly left: number;
  /** The longest time that anybody was followed, in days. */
  readonly days: number;
  readonly steps: readonly SurvivalStep[];
  /** How many were still followed on a day after their admission, those lost from sight on it among them. */
  readonly atRisk: (day: number) => number;
};

/**
 * The retention of each curriculum version: the share not yet gone without completing, by days since the admission (Kaplan and Meier). Who
 * graduated or is still in treatment is lost from sight on that day. Pure.
 */
export function retentionOf(rows: readonly CaseloadRow[], today: string): Retention[] {
  const admitted = rows.filter(({ admittedOn }) => admittedOn !== null);
  const groups = Map.groupBy(
    admitted,
    ({ curriculum, curriculumVersion }) => `${curriculum} ${curriculumVersion}`,
  );
  return [...groups.values()]
    .map((group): Retention => {
      const left = group.filter(({ lifecycle }) => lifecycle === 'discharged');
      const observations = group.map(({ admittedOn, endedOn, lifecycle }) => ({
        day: Math.max(0, toDayNumber(endedOn ?? today) - toDayNumber(admittedOn ?? today)),
        cause: lifecycle === 'discharged' ? 0 : -1,
      }));
      return {
        curriculum: group[0]?.curriculum ?? '',
        version: group[0]?.curriculumVersion ?? '',
        patients: group.length,
        completed: group.filter(({ lifecycle }) => lifecycle === 'graduated').length,
        left: left.length,
        days: Math.max(...observations.map(({ day }) => day)),
        steps: kaplanMeier(lifeTableOf(observations)),
        atRisk: (day) => observations.filter((one) => one.day >= day).length,
      };
    })
    .sort((a, b) => b.patients - a.patients);
}
