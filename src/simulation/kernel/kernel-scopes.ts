import { type Course, isPathway } from '../../program/course.ts';
import { isCarried } from '../../program/enter-stage.ts';
import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../behaviour.ts';
import { compileBehaviour } from '../compile-behaviour.ts';
import { eventTable } from '../event-table.ts';
import { courseLedger, ledgerRules } from './course-ledger.ts';
import type { KernelScope } from './kernel-scope.ts';
import { addLastDays, countersAlone, liveCounters, phaseCounters } from './live-counters.ts';
import { mergeCounters } from './merge-counters.ts';

/** What a kernel is generated from: a scope for each stage of a course, and the names of events by their code over all stages. */
export function kernelScopes(
  course: Course,
  behaviour: Behaviour,
  keepAll: boolean,
): { readonly scopes: readonly KernelScope[]; readonly eventNames: readonly string[] } {
  const ledger = courseLedger(course);
  const phases = course.stages.reduce((sum, { plan }) => sum + plan.phases.length, 0);
  const names = new Map<string, number>();
  let phasesBefore = 0;
  const scopes = course.stages.map(({ plan: whole }, index): KernelScope => {
    const compiled = compileBehaviour(whole, behaviour);
    const goOn = whole.counters.flatMap(({ name }, counter) => (isCarried(name) ? [counter] : []));
    const alone = new Set([...countersAlone(whole, compiled), ...(isPathway(course) ? goOn : [])]);
    const plan = keepAll ? whole : mergeCounters(whole, alone);
    const table = eventTable(plan, compiled);
    const kept = keepAll ? new Set(plan.counters.keys()) : liveCounters(plan, compiled);
    const clocks =
      plan.deadlines.some(({ clock }) => clock === 'attended') ||
      plan.criteria.some(
        (node) =>
          node.node === 'compare' && node.quantity.quantity === 'stay' && node.quantity.clock === 'attended',
      );
    if (clocks) kept.add(plan.common.lastAttended);
    const told = isPathway(course) ? table.events.slice(0, table.credits) : table.events;
    const codes = told.map(({ name }) => {
      if (!names.has(name)) names.set(name, names.size);
      return names.get(name)!;
    });
    const stage = { index, phasesBefore, phases, ledger, codes, rules: ledgerRules(course, ledger, index) };
    if (isPathway(course)) for (const counter of goOn) kept.add(counter);
    addLastDays(plan, kept);
    phasesBefore += plan.phases.length;
    return {
      ...{ plan, behaviour: compiled, table, kept },
      today: phaseCounters(plan, kept),
      words: setWords(plan),
      hashCounters: keepAll,
      attendedClock: clocks,
      ...(isPathway(course) ? { stage } : {}),
    };
  });
  return { scopes, eventNames: [...names.keys()] };
}

function setWords(plan: Plan): Map<number, number> {
  const words = new Map<number, number>();
  for (const { signal, operations } of plan.effects)
    for (const operation of operations)
      if (operation.op === 'mark') {
        const track = plan.tracks.find(({ id }) => signal.endsWith(`/${id}`));
        const needed = Math.ceil(Math.max(1, track?.sessions.length ?? 1) / 32);
        words.set(operation.counter, Math.max(needed, words.get(operation.counter) ?? 1));
      }
  plan.counters.forEach(({ kind }, index) => {
    if ((kind === 'set' || kind === 'days') && !words.has(index)) words.set(index, 1);
  });
  return words;
}
