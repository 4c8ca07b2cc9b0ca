import type { CriterionCompiler } from './criterion-compiler.ts';
import type { PlanDose } from './plan-dose.ts';

/**
 * The weekly dose of a curriculum; null where it states none. The criteria by which somebody moves have to be compiled before, those
 * of a review after: a review counts the weeks when it is held, and needs no time to be followed for it.
 */
export function compileDose({ curriculum, table, nodes }: CriterionCompiler): PlanDose | null {
  const { dose, phases } = curriculum;
  if (dose === undefined) return null;
  const indexOf = (id: string) => phases.findIndex((phase) => phase.id === id);
  const rules = dose.map((rule) => ({
    minutes: rule.minutesPerWeek ?? null,
    days: rule.daysPerWeek ?? null,
    during: rule.during?.map(indexOf) ?? phases.flatMap(({ final }, p) => (final === undefined ? [p] : [])),
    levelMinutes: rule.levelMinutesPerWeek ?? null,
    provisional: rule.provisional ?? false,
  }));
  const counts = nodes.some((node) => node.node === 'compare' && node.leaf.type === 'dose-weeks');
  const outcomes = ['met', 'not-met', 'excused', 'unknown'].map((outcome) => `dose/${outcome}`);
  const counted = counts
    ? table.counter('dose-week', 'date', 'admission', (counter) =>
        table.on(outcomes, { op: 'set-date', counter }),
      )
    : null;
  return { rules, counted };
}
