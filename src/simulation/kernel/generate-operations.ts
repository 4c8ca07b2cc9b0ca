import type { PlanOperation } from '../../program/plan.ts';
import { UNKNOWN } from '../unknown.ts';
import { generateNote } from './generate-noted-days.ts';
import { type KernelScope, mayBeUnknown } from './kernel-scope.ts';

/** Statements that take one signal into the counters, from admission on or of today. */
export function generateOperations(scope: KernelScope, signal: string, which: 'c' | 't'): string {
  const operations = scope.plan.effects.find((effect) => effect.signal === signal)?.operations ?? [];
  const kept = which === 'c' ? scope.kept : scope.today;
  return operations
    .filter(({ counter }) => kept.has(counter))
    .map((operation) => generateOperation(scope, operation, which, 0))
    .join(' ');
}

/** Statements that take one operation into its counter: `c` from admission on, `t` of today alone. */
export function generateOperation(
  scope: KernelScope,
  operation: PlanOperation,
  prefix: 'c' | 't',
  minutes: number,
): string {
  const c = `${prefix}${operation.counter}`;
  const known = mayBeUnknown(scope.plan, operation.counter) ? `(${c} === ${UNKNOWN} ? 0 : ${c})` : c;
  switch (operation.op) {
    case 'add':
      return `${c} = ${known} + ${operation.amount} | 0;`;
    case 'add-minutes':
      return `${c} = ${known} + ${minutes} | 0;`;
    case 'set':
      return `${c} = ${operation.value};`;
    case 'set-date':
      return `${c} = today;`;
    case 'set-date-once':
      return `if (${c} === ${UNKNOWN}) ${c} = today;`;
    case 'set-score':
      return `${c} = arg;`;
    case 'set-score-once':
      return `if (${c} === ${UNKNOWN}) ${c} = arg;`;
    case 'clear':
      return `${c} = ${UNKNOWN};`;
    case 'mark':
      return mark(scope, operation.counter, prefix, true);
    case 'unmark':
      return mark(scope, operation.counter, prefix, false);
    case 'note-day':
      return prefix === 'c' ? generateNote(scope, operation.counter) : '';
    case 'count-day': {
      const last = `${prefix}${operation.last}`;
      return `if (${last} !== today) ${c} = ${known} + 1 | 0; ${last} = today;`;
    }
  }
}

/** Marks session `arg` (from 0; -1 for none) in a set, or takes the mark away. */
function mark(scope: KernelScope, counter: number, prefix: 'c' | 't', set: boolean): string {
  const words = scope.words.get(counter) ?? 1;
  const n = `${prefix === 'c' ? 'n' : 'tn'}${counter}`;
  const one = (word: number) => {
    const name = `${prefix}${counter}_${word}`;
    return set
      ? `{ if ((${name} >>> (arg & 31) & 1) === 0) { ${name} |= 1 << (arg & 31); ${n} = ${n} + 1 | 0; } }`
      : `{ if ((${name} >>> (arg & 31) & 1) !== 0) { ${name} = ${name} ^ 1 << (arg & 31); ${n} = ${n} - 1 | 0; } }`;
  };
  const choices = Array.from({ length: words }, (_, word) =>
    word === words - 1 ? one(word) : `if (arg < ${(word + 1) * 32}) ${one(word)} else `,
  ).join('');
  return `if (arg >= 0) { ${choices} }`;
}
