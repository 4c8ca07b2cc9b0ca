import { purposeOf } from '../purpose.ts';
import { generateDraw } from './generate-draw.ts';
import type { KernelScope } from './kernel-scope.ts';

/** The statements that take another phase than the first as target, for the patients for whom staff choose it. */
export function generateChoice({ behaviour, table }: KernelScope, phase: number): string {
  const choices = behaviour.choices[phase] ?? [];
  if (choices.length === 0) return '';
  const each = choices.map(
    ({ next, upTo }) => `if ((x >>> 2) < ${upTo}) { target = ${next}; ev = ${table.advanced + next}; }`,
  );
  return `${generateDraw(`${phase}`, `${purposeOf('choice')}`)} ${each.join(' else ')}`;
}
