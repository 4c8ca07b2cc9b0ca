import type { PlanOperation } from '../../program/plan.ts';
import { UNKNOWN } from '../unknown.ts';
import { type KernelScope, mayBeUnknown } from './kernel-scope.ts';

/** Statements that declare and reset the counters: `c` from admission on, `t` of today alone. */
export function generateCounterNames(
  scope: KernelScope,
): readonly { readonly name: string; readonly initial: number }[] {
  const names: { name: string; initial: number }[] = [];
  for (const [prefix, set] of [
    ['c', scope.kept],
    ['t', scope.today],
  ] as const)
    for (const counter of set) {
      const words = scope.words.get(counter);
      if (words === undefined) {
        names.push({ name: `${prefix}${counter}`, initial: mayBeUnknown(scope.plan, counter) ? UNKNOWN : 0 });
        continue;
      }
      for (let word = 0; word < words; word += 1)
        names.push({ name: `${prefix}${counter}_${word}`, initial: 0 });
      names.push({ name: `${prefix === 'c' ? 'n' : 'tn'}${counter}`, initial: 0 });
    }
  return names;
}

/** Statements by which a phase that is entered begins with the facts of today, which are gone through once more. */
export function generatePhaseReset(
  scope: KernelScope,
  counters: readonly { readonly name: string; readonly initial: number }[],
): string {
  const names: string[] = [];
  for (const counter of scope.today) {
    if (scope.plan.counters[counter]?.scope !== 'phase') continue;
    const words = scope.words.get(counter);
    if (words === undefined) names.push(`c${counter} = t${counter};`);
    else {
      for (let word = 0; word < words; word += 1) names.push(`c${counter}_${word} = t${counter}_${word};`);
      names.push(`n${counter} = tn${counter};`);
    }
  }
  if (names.length === 0) return '';
  const begin = counters
    .filter(({ name }) => name.startsWith('t'))
    .map(({ name, initial }) => `${name} = ${initial};`);
  return `${begin.join(' ')} for (b = 0; b < te; b = b + 1 | 0) { arg = TA[b]; switch (TE[b]) {
${generateEffects(scope, 't')}
} } ${names.join(' ')}`;
}

/**
 * The cases of the switch that takes an event into the counters; `arg` is the session or the score, `today` the day. Those of
 * `c` note events that a phase which begins on the same day takes over, those of `t` are for that.
 */
export function generateEffects(scope: KernelScope, which: 'c' | 't'): string {
  const bySignal = new Map(scope.plan.effects.map(({ signal, operations }) => [signal, operations]));
  return scope.table.events
    .map(({ name, signals }, code) => {
      const minutes = scope.plan.tracks.find((track) => name === `attended/${track.id}`)?.minutes ?? 0;
      const operations = signals.flatMap((signal) => bySignal.get(signal) ?? []);
      const own = operations.filter(({ counter }) => (which === 'c' ? scope.kept : scope.today).has(counter));
      const statements = own.map((operation) => apply(scope, operation, which, minutes));
      const again = which === 'c' && operations.some(({ counter }) => scope.today.has(counter));
      if (again) statements.push('TE[te] = ev; TA[te] = arg; te = te + 1 | 0;');
      const body = statements.filter(Boolean).join(' ');
      return body === '' ? '' : `case ${code}: ${body} break; // ${name}`;
    })
    .filter(Boolean)
    .join('\n');
}

/** Events of one day that a phase which begins may have to take over, at most. */
export const EVENTS_A_DAY = 1024;

function apply(scope: KernelScope, operation: PlanOperation, prefix: 'c' | 't', minutes: number): string {
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
      return mark(scope, operation.counter, prefix);
    case 'unmark':
    case 'note-day':
      return '';
    case 'count-day': {
      const last = `${prefix}${operation.last}`;
      return `if (${last} !== today) ${c} = ${known} + 1 | 0; ${last} = today;`;
    }
  }
}

/** Marks session `arg` (from 0; -1 for none) in a set. */
function mark(scope: KernelScope, counter: number, prefix: 'c' | 't'): string {
  const words = scope.words.get(counter) ?? 1;
  const n = `${prefix === 'c' ? 'n' : 'tn'}${counter}`;
  const one = (word: number) => {
    const name = `${prefix}${counter}_${word}`;
    return `{ if ((${name} >>> (arg & 31) & 1) === 0) { ${name} |= 1 << (arg & 31); ${n} = ${n} + 1 | 0; } }`;
  };
  const choices = Array.from({ length: words }, (_, word) =>
    word === words - 1 ? one(word) : `if (arg < ${(word + 1) * 32}) ${one(word)} else `,
  ).join('');
  return `if (arg >= 0) { ${choices} }`;
}
