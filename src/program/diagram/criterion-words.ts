import type { Plan, PlanCriterion } from '../plan.ts';

type Compare = Extract<PlanCriterion, { node: 'compare' }>;

/** A criterion as a short phrase: `6 sessions of Early recovery skills attended`, `2 of: …; …; …`. */
export function criterionWords(plan: Plan, index: number): string {
  const node = plan.criteria[index];
  if (!node) return 'nothing';
  switch (node.node) {
    case 'compare':
      return leafWords(node);
    case 'not':
      return `not: ${criterionWords(plan, node.of)}`;
    case 'all':
      return node.of.map((child) => criterionWords(plan, child)).join('; ');
    case 'any':
      return node.of.map((child) => alternative(plan, child)).join(', or ');
    case 'at-least':
      return `${node.count} of: ${node.of.map((child) => criterionWords(plan, child)).join('; ')}`;
  }
}

/** One of several: where all of some must hold it says so, so that nobody takes them for further alternatives. */
function alternative(plan: Plan, index: number): string {
  const node = plan.criteria[index];
  if (node?.node !== 'all') return criterionWords(plan, index);
  return node.of.map((child) => criterionWords(plan, child)).join(' together with ');
}

/** The conditions of a gate that must all hold, one phrase each; empty for no gate. */
export function gateLines(plan: Plan, index: number | null): string[] {
  if (index === null) return [];
  const node = plan.criteria[index];
  if (node?.node === 'all') return node.of.flatMap((child) => gateLines(plan, child));
  return [criterionWords(plan, index)];
}

function leafWords(node: Compare): string {
  const { value, compare, quantity, unit } = node;
  const most = compare === 'at-most';
  const since = 'since' in node.leaf && node.leaf.since === 'phase' ? ' in this phase' : '';
  const label = node.label.endsWith(since) ? node.label : `${node.label}${since}`;
  switch (quantity.quantity) {
    case 'in-phase':
      return label;
    case 'in-monitor':
      return label.replace(': ', ' is ');
    case 'rate':
      return `${most ? 'at most ' : ''}${Math.round(value * 100)}% ${label}`;
    case 'value':
    case 'difference':
      return `${label} at ${most ? 'most' : 'least'} ${value}`;
    default:
      if (node.leaf.type === 'signed-off') return label;
      if (most && value === 0) return `no ${singular(label, unit)}`;
      return `${most ? 'at most ' : ''}${value} ${value === 1 ? singular(label, unit) : label}`;
  }
}

/** A label whose unit stands in the plural, for a count of one or none. */
function singular(label: string, unit: string): string {
  return unit === '' ? label : label.replace(`${unit}s`, unit).replace(' in a row', '');
}
