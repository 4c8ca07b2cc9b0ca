import type { PlanCriterion } from '../../program/plan.ts';
import { countersRead } from './counters-read.ts';
import { generateAttendedDays, generateEffectsOf } from './generate-effects.ts';
import { generateRewards } from './generate-incentives.ts';
import { generateDeadlines, generateHeld, generateTurns } from './generate-monitors.ts';
import type { KernelScope } from './kernel-scope.ts';
import { countsDays, criteriaUnder } from './news.ts';

/** How events are told: `emit` writes one to the hash and the log. */
export type Teller = {
  readonly scope: KernelScope;
  readonly emit: (code: string) => string;
  readonly log: boolean;
};

/**
 * Statements that tell the event `ev`, one of `codes`, on `day`. Where nothing was waiting and the event moves nothing they go on in
 * place; otherwise they leave the switch to the steps that every event goes through, which come back to `pc`. `which` tells the codes
 * apart: an expression that is 0 for the first of them, 1 for the second.
 */
export function generateTold(
  { scope, emit }: Teller,
  codes: readonly number[],
  pc: number,
  which = '0',
): string {
  if (countsDays(scope.plan)) return `pc = ${pc}; break produce;`;
  const leave = `pc = ${pc}; break produce;`;
  const turns = turnsOf(scope, codes);
  const moves = turns === '' ? '' : `b = 0; ${turns} if (b !== 0) { told = 1; ${leave} }`;
  const due = dueAfter(scope, codes);
  return `if (still === 0) { ${leave} }
${generateHeld(scope, turningOf(scope, codes).monitors)}
${emit('ev')} fact = 1;
${generateEffectsOf(scope, codes, which)}
${generateRewards(scope, codes)}
${generateAttendedDays(scope)}
${moves}
${due === '' ? '' : `${due} if (nd <= today) { pc = ${pc}; continue loop; }`}`;
}

/**
 * Statements that tell the event `ev`, one of `codes`, where `when` is 1 and not where it is 0, the same way for both where it can do
 * nothing but add to counters: whether it happens is chance, which no processor foresees.
 */
export function generatePerhapsTold(
  teller: Teller,
  codes: readonly number[],
  pc: number,
  when: string,
  which = '0',
): string {
  const { scope, log } = teller;
  const sums = addedBy(scope, codes);
  const told = generateTold(teller, codes, pc, which);
  if (log || sums === null || countsDays(scope.plan)) return `if (${when} !== 0) { ${told} }`;
  const added = sums.map(({ counter, amount }) => `c${counter} = c${counter} + ${amount} * b | 0;`);
  return `b = ${when};
if (still === 0) { if (b !== 0) { pc = ${pc}; break produce; } }
else { h = h ^ ((h ^ Math.imul(h ^ (today << 10 | ev), 16777619)) & 0 - b); events = events + b | 0; fact = fact | b; ${added.join(' ')} }`;
}

/** What some events add to counters, where they do nothing else and all of them the same; null where not. */
function addedBy(scope: KernelScope, codes: readonly number[]) {
  const each = codes.map((code) => {
    const signals = scope.table.events[code]?.signals ?? [];
    return scope.plan.effects
      .flatMap(({ signal, operations }) => (signals.includes(signal) ? operations : []))
      .filter(({ counter }) => scope.kept.has(counter));
  });
  const [first = []] = each;
  if (each.some((operations) => JSON.stringify(operations) !== JSON.stringify(first))) return null;
  if (first.some(({ counter }) => scope.today.has(counter))) return null;
  if (generateRewards(scope, codes) !== '' || generateAttendedDays(scope) !== '') return null;
  if (turnsOf(scope, codes) !== '' || dueAfter(scope, codes) !== '') return null;
  return first.every((operation) => operation.op === 'add')
    ? first.map((operation) => ({
        counter: operation.counter,
        amount: operation.op === 'add' ? operation.amount : 0,
      }))
    : null;
}

/** The monitors and the automatic phases that some events may move on. */
function turningOf(scope: KernelScope, codes: readonly number[]) {
  const touched = touchedBy(scope, codes);
  const bears = (roots: readonly (number | null)[]) =>
    roots.some((root) => root !== null && reads(criteriaUnder(scope.plan, root), touched));
  const monitors = scope.plan.monitors.flatMap(({ states }, m) =>
    bears(states.flatMap(({ transitions }) => transitions.map(({ when }) => when))) ? [m] : [],
  );
  const phases = scope.plan.phases.flatMap(({ automatic, exit, next }, p) =>
    automatic && next.length > 0 && bears([exit]) ? [p] : [],
  );
  return { monitors, phases };
}

/** Statements that set `b` to 1 where one of some events moves a monitor or a phase on. */
function turnsOf(scope: KernelScope, codes: readonly number[]): string {
  const { monitors, phases } = turningOf(scope, codes);
  return generateTurns(scope, monitors, phases);
}

/** Statements that find the next deadline, where some events put one off. */
function dueAfter(scope: KernelScope, codes: readonly number[]): string {
  const touched = touchedBy(scope, codes);
  const { lastContact, lastAttended } = scope.plan.common;
  const putsOff = scope.plan.deadlines.some(
    ({ since, clock }) =>
      (clock === 'attended' && touched.has(lastAttended)) ||
      (since === 'last-contact' && touched.has(lastContact)) ||
      (since === 'last-attendance' && touched.has(lastAttended)),
  );
  return putsOff ? generateDeadlines(scope) : '';
}

/** The counters that some events move. */
function touchedBy({ plan, table }: KernelScope, codes: readonly number[]): ReadonlySet<number> {
  const signals = new Set(codes.flatMap((code) => table.events[code]?.signals ?? []));
  return new Set(
    plan.effects.flatMap(({ signal, operations }) =>
      signals.has(signal) ? operations.map(({ counter }) => counter) : [],
    ),
  );
}

function reads(criteria: readonly PlanCriterion[], touched: ReadonlySet<number>): boolean {
  return criteria.some(
    (node) => node.node === 'compare' && countersRead(node.quantity).some((counter) => touched.has(counter)),
  );
}
