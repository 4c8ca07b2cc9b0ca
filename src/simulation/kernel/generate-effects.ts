import { UNKNOWN } from '../unknown.ts';
import { attendedLocals } from './generate-clock.ts';
import { generateLeaveEnded } from './generate-on-leave.ts';
import { generateOperation } from './generate-operations.ts';
import { generateReadmitted } from './generate-return.ts';
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
  return scope.table.events
    .map(({ name }, code) => {
      if (scope.stage && which === 'c' && code >= scope.table.credits)
        return (code - scope.table.credits) % 2 === 0
          ? ''
          : generateExpired(scope, scope.stage, (code - scope.table.credits - 1) / 2);
      const { leave, readmitted } = scope.table;
      if (code === leave + 1 && leave >= 0) return which === 'c' ? generateLeaveEnded(scope) : '';
      if (code === readmitted) return which === 'c' ? generateReadmitted(scope) : '';
      const { own, again } = effectsOf(scope, code, which);
      const body = [...own.map(({ text }) => text), again].filter(Boolean).join(' ');
      return body === '' ? '' : `case ${code}: ${body} break; // ${name}`;
    })
    .filter(Boolean)
    .join('\n');
}

/** Statements that take an event into the counters where it is known to be one of some; `which` tells them apart. */
export function generateEffectsOf(scope: KernelScope, codes: readonly number[], which: string): string {
  const each = codes.map((code) => effectsOf(scope, code, 'c'));
  const first = each[0]?.own ?? [];
  const again = each.find((effects) => effects.again !== '')?.again ?? '';
  if (each.length === 1) return [...first.map(({ text }) => text), again].filter(Boolean).join(' ');
  const common = first.filter(({ counter, text }) =>
    each.every(({ own }) => {
      const same = own.filter((effect) => effect.counter === counter);
      return same.length === 1 && same[0]?.text === text;
    }),
  );
  const shared = new Set(common.map(({ counter }) => counter));
  const cases = each.map(({ own }, i) => {
    const rest = own.filter(({ counter }) => !shared.has(counter)).map(({ text }) => text);
    return rest.length === 0 ? '' : `case ${i}: ${rest.join(' ')} break;`;
  });
  const apart = cases.filter(Boolean).join('\n');
  return [...common.map(({ text }) => text), apart === '' ? '' : `switch (${which}) { ${apart} }`, again]
    .filter(Boolean)
    .join(' ');
}

/** What an event does to the counters that are kept, each with the counter that it moves, and the statements that note it for a phase that begins today. */
function effectsOf(scope: KernelScope, code: number, which: 'c' | 't') {
  const { signals, minutes = 0 } = scope.table.events[code]!;
  const operations = signals.flatMap(
    (signal) => scope.plan.effects.find((effect) => effect.signal === signal)?.operations ?? [],
  );
  const kept = which === 'c' ? scope.kept : scope.today;
  const own = operations
    .filter(({ counter }) => kept.has(counter))
    .map((operation) => ({
      counter: operation.counter,
      text: generateOperation(scope, operation, which, minutes),
    }))
    .filter(({ text }) => text !== '');
  const again = which === 'c' && operations.some(({ counter }) => scope.today.has(counter));
  return { own, again: again ? 'TE[te] = ev; TA[te] = arg; te = te + 1 | 0;' : '' };
}

/** Statements that count a day on which the patient attended, after an event, where something asks for such days. */
export function generateAttendedDays(scope: KernelScope): string {
  if (!scope.attendedClock) return '';
  const last = `c${scope.plan.common.lastAttended}`;
  const each = ['ad', 'adp', ...attendedLocals(scope)].map((name) => `${name} = ${name} + 1 | 0;`);
  return `if (${last} === today && adl !== today) { adl = today; ${each.join(' ')} }`;
}

/** Events of one day that a phase which begins may have to take over, at most. */
export const EVENTS_A_DAY = 1024;
