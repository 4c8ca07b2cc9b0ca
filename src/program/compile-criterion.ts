import type { Criterion, CriterionLeaf } from '../curriculum/criterion.ts';
import type { CriterionCompiler } from './criterion-compiler.ts';
import { measureLeaf } from './measure-leaf.ts';
import type { PlanCriterion } from './plan.ts';

/** Compiles a criterion into the flat table and gives the index of its root. */
export function compileCriterion(compiler: CriterionCompiler, criterion: Criterion): number {
  switch (criterion.type) {
    case 'all':
    case 'any':
      return push(compiler, {
        node: criterion.type,
        of: criterion.of.map((c) => compileCriterion(compiler, c)),
      });
    case 'at-least':
      return push(compiler, {
        node: 'at-least',
        count: criterion.count,
        of: criterion.of.map((c) => compileCriterion(compiler, c)),
      });
    case 'not':
      return push(compiler, { node: 'not', of: compileCriterion(compiler, criterion.of) });
    default:
      return compileLeaf(compiler, criterion);
  }
}

function compileLeaf(compiler: CriterionCompiler, leaf: CriterionLeaf): number {
  const measure = measureLeaf(compiler, leaf);
  return push(compiler, {
    node: 'compare',
    quantity: measure.quantity,
    ...threshold(leaf, measure.completes),
    label: measure.label,
    unit: measure.unit,
    leaf,
    provisional: leaf.provisional ?? false,
  });
}

function threshold(
  leaf: CriterionLeaf,
  completes: number | undefined,
): { compare: 'at-least' | 'at-most'; value: number } {
  if (leaf.type === 'stay') {
    if (leaf.atMostDays !== undefined) return { compare: 'at-most', value: leaf.atMostDays };
    return { compare: 'at-least', value: leaf.atLeastDays ?? (leaf.atLeastWeeks ?? 0) * 7 };
  }
  if ('atMost' in leaf && leaf.atMost !== undefined) return { compare: 'at-most', value: leaf.atMost };
  if ('atLeast' in leaf && leaf.atLeast !== undefined) return { compare: 'at-least', value: leaf.atLeast };
  return { compare: 'at-least', value: completes ?? 1 };
}

function push(compiler: CriterionCompiler, node: PlanCriterion): number {
  return compiler.nodes.push(node) - 1;
}
