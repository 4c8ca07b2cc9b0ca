import { fromDayNumber } from '../curriculum/calendar-date.ts';
import { describeLeaf } from './describe-leaf.ts';
import { describeNegated } from './describe-negated.ts';
import { earliestDay } from './earliest-day.ts';
import { combineTruths, compareMeasured, negate, type Truth } from './evaluate-criterion.ts';
import type { Explanation } from './explanation.ts';
import { factsBehind } from './facts-behind.ts';
import type { Fold } from './fold.ts';
import { measure } from './measure.ts';
import type { StandingFact } from './order-facts.ts';
import type { Plan } from './plan.ts';

/**
 * Explains a criterion as of the fold's day. Pure. Its truth is the one by which the machine's guard decides, because
 * both read the same table. `without-dates` leaves out the earliest dates, which cost the most to find.
 */
export function explainCriterion(
  plan: Plan,
  fold: Fold,
  facts: readonly StandingFact[],
  index: number,
  dates: 'with-dates' | 'without-dates' = 'with-dates',
): Explanation {
  const node = plan.criteria[index]!;
  const context = fold.snapshot.context;
  if (node.node === 'compare') {
    const measured = measure(context, node.quantity);
    const truth = measured === null ? 'unknown' : compareMeasured(measured, node.compare, node.value);
    const day = dates === 'with-dates' ? earliestDay(plan, context, node, truth) : null;
    const words = describeLeaf(node, measured, truth);
    return {
      truth,
      type: node.leaf.type,
      ...words,
      earliest: day === null ? null : fromDayNumber(day),
      found: measured?.low ?? null,
      possible: measured?.high ?? null,
      needed: node.value,
      compare: node.compare,
      facts: factsBehind(plan, fold, facts, node),
      provisional: node.provisional,
      criterion: node.leaf,
    };
  }
  if (node.node === 'not') {
    const inner = explainCriterion(plan, fold, facts, node.of, dates);
    const truth = negate(inner.truth);
    const child = plan.criteria[node.of]!;
    return {
      truth,
      type: 'not',
      ...describeNegated(child.node === 'compare' ? child : null, inner, truth),
      earliest: truth === 'satisfied' ? today(fold) : null,
      of: [inner],
    };
  }
  const of = node.of.map((child) => explainCriterion(plan, fold, facts, child, dates));
  const needed = node.node === 'at-least' ? node.count : node.node === 'any' ? 1 : of.length;
  const truth = combineTruths(
    of.map((child) => child.truth),
    needed,
  );
  return { truth, type: node.node, ...summarise(of, needed, truth), earliest: earliestOf(of, needed), of };
}

function summarise(
  of: readonly Explanation[],
  needed: number,
  truth: Truth,
): { sentence: string; missing: string | null } {
  const holding = of.filter((child) => child.truth === 'satisfied').length;
  const sentence =
    needed === of.length
      ? `${holding} of ${of.length} hold`
      : `${holding} of ${of.length} hold, ${needed} needed`;
  if (truth === 'satisfied') return { sentence, missing: null };
  const open = of
    .filter((child) => child.truth !== 'satisfied' && child.missing !== null)
    .map((child) => child.missing as string);
  return { sentence, missing: open.join(needed === of.length ? '; ' : ', or ') };
}

/** The earliest date on which enough of some criteria could hold. */
function earliestOf(of: readonly Explanation[], needed: number): string | null {
  const dates = of.flatMap((child) => (child.earliest === null ? [] : [child.earliest])).sort();
  return dates[needed - 1] ?? null;
}

function today(fold: Fold): string | null {
  const day = fold.snapshot.context.today;
  return day === null ? null : fromDayNumber(day);
}
