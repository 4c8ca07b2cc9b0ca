import type { PlanCriterion, PlanFreshness, PlanQuantity } from '../../program/plan.ts';
import { UNKNOWN } from '../unknown.ts';
import { notedInWeeks } from './generate-noted-days.ts';
import { type KernelScope, mayBeUnknown, phaseDays, programDays, sinceAdmission } from './kernel-scope.ts';

/** A criterion as two expressions: whether it certainly holds, and whether it may hold. */
type Both = { readonly holds: string; readonly may: string };

/** The expression that is true where a criterion is satisfied on the day in the variable `day`. */
export function generateCriterion(scope: KernelScope, index: number, day: string): string {
  return both(scope, index, day).holds;
}

function both(scope: KernelScope, index: number, day: string): Both {
  const node = scope.plan.criteria[index];
  if (!node) return { holds: 'false', may: 'true' };
  switch (node.node) {
    case 'all':
    case 'any': {
      const parts = node.of.map((child) => both(scope, child, day));
      const word = node.node === 'all' ? ' && ' : ' || ';
      const join = (side: keyof Both) => `(${parts.map((part) => part[side]).join(word)})`;
      return { holds: join('holds'), may: join('may') };
    }
    case 'at-least': {
      const parts = node.of.map((child) => both(scope, child, day));
      const count = (side: keyof Both) =>
        `((${parts.map((part) => `(${part[side]} ? 1 : 0)`).join(' + ')}) >= ${node.count})`;
      return { holds: count('holds'), may: count('may') };
    }
    case 'not': {
      const { holds, may } = both(scope, node.of, day);
      return { holds: `!${may}`, may: `!${holds}` };
    }
    case 'compare':
      return compare(scope, node, day);
  }
}

function compare(scope: KernelScope, node: Extract<PlanCriterion, { node: 'compare' }>, day: string): Both {
  const { quantity } = node;
  const atLeast = node.compare === 'at-least';
  const value = atLeast ? Math.ceil(node.value) : Math.floor(node.value);
  const sign = atLeast ? '>=' : '<=';
  if (quantity.quantity === 'rate') {
    const sum = (counters: readonly number[]) => total(scope, counters).value;
    const pending = sum(quantity.pending);
    const whole = `(${sum(quantity.whole)} + ${pending})`;
    const low = sum(quantity.part);
    const high = `${low} + ${pending}`;
    const [holds, may] = atLeast ? [low, high] : [high, low];
    const rate = atLeast ? 'RATE_AT_LEAST' : 'RATE_AT_MOST';
    return {
      holds: `(${whole} > 0 && ${rate}(${holds}, ${whole}, ${node.value}))`,
      may: `(${whole} === 0 || ${rate}(${may}, ${whole}, ${node.value}))`,
    };
  }
  if (quantity.quantity === 'sum') {
    const low = total(scope, quantity.counters);
    const high =
      quantity.pending.length === 0 ? low.value : `(${low.value} + ${total(scope, quantity.pending).value})`;
    const [holds, may] = atLeast ? [low.value, high] : [high, low.value];
    return guarded(low.unknown, `${holds} ${sign} ${value}`, `${may} ${sign} ${value}`);
  }
  if (quantity.quantity === 'days-since') {
    const since = `c${quantity.counter}`;
    const until = `c${quantity.until}`;
    const high = `(${day} - ${since})`;
    const low = `(${until} > ${since} ? ${until} - ${since} : 0)`;
    const [holds, may] = atLeast ? [low, high] : [high, low];
    return guarded(`(${since} === ${UNKNOWN})`, `${holds} ${sign} ${value}`, `${may} ${sign} ${value}`);
  }
  if (quantity.quantity === 'fewest-a-week') {
    const each = notedInWeeks(scope, quantity, day).map((count) => `${count} ${sign} ${value}`);
    const holds = `(${each.join(atLeast ? ' && ' : ' || ')})`;
    return { holds, may: holds };
  }
  const { unknown, value: measured } = exactly(scope, quantity, day);
  return guarded(unknown, `${measured} ${sign} ${value}`, `${measured} ${sign} ${value}`);
}

function guarded(unknown: string | null, holds: string, may: string): Both {
  if (unknown === null) return { holds: `(${holds})`, may: `(${may})` };
  return { holds: `(!${unknown} && ${holds})`, may: `(${unknown} || ${may})` };
}

type Measured = { readonly value: string; readonly unknown: string | null };

function exactly(scope: KernelScope, quantity: PlanQuantity, day: string): Measured {
  const { plan } = scope;
  const unknown = (counter: number) => `(c${counter} === ${UNKNOWN})`;
  switch (quantity.quantity) {
    case 'value':
      return {
        value: counterValue(scope, quantity.counter),
        unknown: aged(
          mayBeUnknown(plan, quantity.counter) ? unknown(quantity.counter) : null,
          quantity.fresh,
          day,
        ),
      };
    case 'difference':
      return {
        value: `(c${quantity.of} - c${quantity.minus})`,
        unknown: aged(`(${unknown(quantity.of)} || ${unknown(quantity.minus)})`, quantity.fresh, day),
      };
    case 'stay':
      if (quantity.clock === 'attended')
        return { value: quantity.in === 'phase' ? 'adp' : 'ad', unknown: null };
      if (quantity.clock === 'program')
        return {
          value: quantity.in === 'phase' ? phaseDays(scope, day) : programDays(scope, day),
          unknown: null,
        };
      return { value: quantity.in === 'phase' ? `(${day} - pe)` : sinceAdmission(scope, day), unknown: null };
    case 'held':
      return { value: '0', unknown: null };
    case 'in-phase':
      return { value: `(${anyOf('phase', quantity.phases)} ? 1 : 0)`, unknown: null };
    case 'in-monitor':
      return { value: `(${anyOf(`m${quantity.monitor}`, quantity.states)} ? 1 : 0)`, unknown: null };
    default:
      return { value: '0', unknown: 'true' };
  }
}

/** Unknown, too, where the score is too old. */
function aged(unknown: string | null, fresh: PlanFreshness | undefined, day: string): string | null {
  if (fresh === undefined) return unknown;
  const old = `(c${fresh.on} !== ${UNKNOWN} && ${day} - c${fresh.on} > ${fresh.days})`;
  return unknown === null ? old : `(${unknown} || ${old})`;
}

function anyOf(name: string, values: readonly number[]): string {
  return values.length === 0 ? 'false' : `(${values.map((value) => `${name} === ${value}`).join(' || ')})`;
}

/** The number that a counter stands for: a set counts its sessions. */
export function counterValue(scope: KernelScope, counter: number): string {
  return scope.plan.counters[counter]?.kind === 'set' ? `n${counter}` : `c${counter}`;
}

/** The sum of some counters, those unknown left out; unknown where all of them are. */
function total(scope: KernelScope, counters: readonly number[]): Measured {
  if (counters.length === 0) return { value: '0', unknown: null };
  const one = counters.length === 1;
  const parts = counters.map((counter) => {
    const value = counterValue(scope, counter);
    return mayBeUnknown(scope.plan, counter) && !one ? `(${value} === ${UNKNOWN} ? 0 : ${value})` : value;
  });
  const all = counters.every((counter) => mayBeUnknown(scope.plan, counter));
  const unknown = all ? `(${counters.map((counter) => `c${counter} === ${UNKNOWN}`).join(' && ')})` : null;
  return { value: one ? (parts[0] as string) : `(${parts.join(' + ')})`, unknown };
}
