import type { EpisodeContext } from './episode-context.ts';
import { measure } from './measure.ts';
import type { Plan } from './plan.ts';

/** Whether a criterion holds: certainly, certainly not, or not to be said from what was recorded. */
export type Truth = 'satisfied' | 'unsatisfied' | 'unknown';

/**
 * Evaluates a criterion of a plan as of the context's day. Pure, three-valued (Kleene): an unknown fact makes a
 * criterion unknown only where the answer could depend on it.
 */
export function evaluateCriterion(plan: Plan, context: EpisodeContext, index: number): Truth {
  const node = plan.criteria[index];
  if (!node) return 'unknown';
  switch (node.node) {
    case 'all':
      return combine(plan, context, node.of, node.of.length);
    case 'any':
      return combine(plan, context, node.of, 1);
    case 'at-least':
      return combine(plan, context, node.of, node.count);
    case 'not':
      return negate(evaluateCriterion(plan, context, node.of));
    case 'compare': {
      const measured = measure(context, node.quantity);
      if (measured === null) return 'unknown';
      return compareMeasured(measured, node.compare, node.value);
    }
  }
}

/** Compares a measured interval with a threshold. */
export function compareMeasured(
  measured: { low: number; high: number },
  compare: 'at-least' | 'at-most',
  value: number,
): Truth {
  const { low, high } = measured;
  if (compare === 'at-least') return low >= value ? 'satisfied' : high < value ? 'unsatisfied' : 'unknown';
  return high <= value ? 'satisfied' : low > value ? 'unsatisfied' : 'unknown';
}

/** How many of some truths must hold: all of them, one of them, or some number. */
export function combineTruths(truths: readonly Truth[], needed: number): Truth {
  let satisfied = 0;
  let possible = 0;
  for (const truth of truths) {
    if (truth === 'satisfied') satisfied += 1;
    if (truth !== 'unsatisfied') possible += 1;
  }
  if (satisfied >= needed) return 'satisfied';
  return possible < needed ? 'unsatisfied' : 'unknown';
}

/** The opposite of a truth; unknown stays unknown. */
export function negate(truth: Truth): Truth {
  return truth === 'satisfied' ? 'unsatisfied' : truth === 'unsatisfied' ? 'satisfied' : 'unknown';
}

function combine(plan: Plan, context: EpisodeContext, of: readonly number[], needed: number): Truth {
  return combineTruths(
    of.map((child) => evaluateCriterion(plan, context, child)),
    needed,
  );
}
