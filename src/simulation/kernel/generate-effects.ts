import { UNKNOWN } from '../unknown.ts';
import { generateOperation } from './generate-operations.ts';
import { generateExpired } from './generate-stage.ts';
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
    .map(({ name, signals, minutes = 0 }, code) => {
      const operations = signals.flatMap((signal) => bySignal.get(signal) ?? []);
      const expired = scope.stage && which === 'c' && code >= scope.table.credits;
      if (expired)
        return (code - scope.table.credits) % 2 === 0
          ? ''
          : generateExpired(scope, scope.stage!, (code - scope.table.credits - 1) / 2);
      const own = operations.filter(({ counter }) => (which === 'c' ? scope.kept : scope.today).has(counter));
      const statements = own.map((operation) => generateOperation(scope, operation, which, minutes));
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
