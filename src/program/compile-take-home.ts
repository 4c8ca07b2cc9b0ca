import { toDayNumber } from '../curriculum/calendar-date.ts';
import type { Criterion } from '../curriculum/criterion.ts';
import { compileCriterion } from './compile-criterion.ts';
import type { CriterionCompiler } from './criterion-compiler.ts';
import type { PlanTakeHome } from './plan-take-home.ts';

/** The unsupervised doses of a curriculum; null where it says nothing of them. */
export function compileTakeHome(compiler: CriterionCompiler): PlanTakeHome | null {
  const { takeHome, tracks } = compiler.curriculum;
  if (takeHome === undefined) return null;
  const gate = (criterion: Criterion | undefined) =>
    criterion === undefined ? null : compileCriterion(compiler, criterion);
  const rules = takeHome.rules.map((rule) => ({
    id: rule.id,
    title: rule.title,
    from: rule.from === undefined ? null : toDayNumber(rule.from),
    closedBeyond: rule.closedDays === 'beyond',
    requires: gate(rule.requires),
    bands: rule.bands.map((band) => ({
      fromDay: band.fromDay,
      toDay: band.toDay ?? null,
      doses: band.doses,
      per: band.per,
      requires: gate(band.requires),
      provisional: band.provisional ?? rule.provisional ?? takeHome.provisional ?? false,
    })),
  }));
  const { track: named } = takeHome;
  return {
    medication: takeHome.medication,
    track: named === undefined ? null : tracks.findIndex(({ id }) => id === named),
    clock: takeHome.clock ?? 'program',
    rules: rules.sort((a, b) => (a.from ?? Number.NEGATIVE_INFINITY) - (b.from ?? Number.NEGATIVE_INFINITY)),
    reductions: (takeHome.reductions ?? []).map(({ after, doses, forDays }) => ({ after, doses, forDays })),
  };
}
