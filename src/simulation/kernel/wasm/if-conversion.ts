import type { Expression, Statement } from './kernel-text.ts';

/** The most operations that are done for nothing instead of a jump that may be foreseen wrongly. */
const CHEAP = 6;

const COMPARISONS = new Set(['===', '!==', '<', '>', '<=', '>=']);

/** The operations of an expression that can be done without need: no memory is read, and nothing can fail; Infinity where it cannot. */
export function costOf(node: Expression): number {
  switch (node.is) {
    case 'number':
    case 'name':
      return 0;
    case 'unary':
      return 1 + costOf(node.of);
    case 'binary':
      if (node.operator === '/' || node.operator === '%') return Number.POSITIVE_INFINITY;
      return 1 + costOf(node.left) + costOf(node.right);
    case 'choice':
      return 1 + costOf(node.when) + costOf(node.then) + costOf(node.otherwise);
    case 'call':
      if (node.name !== 'Math.imul' && node.name !== 'Math.clz32') return Number.POSITIVE_INFINITY;
      return node.of.reduce((sum, argument) => sum + costOf(argument), 1);
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Whether an expression is cheap enough to be done without need. */
export function isCheap(node: Expression): boolean {
  return costOf(node) <= CHEAP;
}

/** Whether an expression is 0 or 1. */
export function isTruth(node: Expression): boolean {
  if (node.is === 'number') return node.value === 0 || node.value === 1;
  if (node.is === 'unary') return node.operator === '!';
  if (node.is !== 'binary') return false;
  return (
    COMPARISONS.has(node.operator) ||
    ((node.operator === '&&' || node.operator === '||') && isTruth(node.left) && isTruth(node.right))
  );
}

/** The assignments of a branch, where it is nothing but a few cheap ones to variables that it does not read itself; null where not. */
export function cheapAssignments(
  body: Statement,
  when: Expression,
): { readonly name: string; readonly value: Expression }[] | null {
  const statements = body.is === 'block' && body.label === null ? body.of : [body];
  const found: { name: string; value: Expression }[] = [];
  let cost = 0;
  for (const each of statements) {
    if (each.is !== 'assign' || each.to.length !== 1 || each.to[0]?.is !== 'name') return null;
    const { name } = each.to[0];
    found.push({ name, value: each.value });
    cost += 1 + costOf(each.value);
  }
  if (found.length === 0 || found.length > 3 || cost > CHEAP) return null;
  const written = new Set<string>();
  for (const { name, value } of found) {
    if ([...written].some((one) => names(value, one))) return null;
    written.add(name);
  }
  if (found.length > 1 && found.slice(0, -1).some(({ name }) => names(when, name))) return null;
  return found;
}

function names(node: Expression, name: string): boolean {
  switch (node.is) {
    case 'name':
      return node.name === name;
    case 'unary':
      return names(node.of, name);
    case 'binary':
      return names(node.left, name) || names(node.right, name);
    case 'choice':
      return names(node.when, name) || names(node.then, name) || names(node.otherwise, name);
    case 'call':
      return node.of.some((argument) => names(argument, name));
    default:
      return false;
  }
}
