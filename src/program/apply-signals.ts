import type { CounterValue } from './episode-context.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan, PlanOperation } from './plan.ts';
import { signalsOf } from './signals-of.ts';

const effectTables = new WeakMap<Plan, Map<string, readonly PlanOperation[]>>();

function effectTable(plan: Plan): Map<string, readonly PlanOperation[]> {
  let table = effectTables.get(plan);
  if (!table) {
    table = new Map(plan.effects.map((effect) => [effect.signal, effect.operations]));
    effectTables.set(plan, table);
  }
  return table;
}

/** The counters after an event, as the plan's table of effects says. Pure. */
export function applySignals(
  plan: Plan,
  before: readonly CounterValue[],
  event: MachineEvent,
): readonly CounterValue[] {
  const { signals, sessions, minutes, score } = signalsOf(plan, event);
  if (signals.length === 0) return before;
  const table = effectTable(plan);
  const counters = [...before];
  for (const signal of signals) {
    for (const operation of table.get(signal) ?? []) {
      apply(counters, operation, {
        day: event.day,
        sessions: sessions ?? [],
        minutes: minutes ?? 0,
        score: score ?? 0,
      });
    }
  }
  return counters;
}

function apply(
  counters: CounterValue[],
  operation: PlanOperation,
  fact: { day: number; sessions: readonly number[]; minutes: number; score: number },
): void {
  const c = operation.counter;
  const value = counters[c] as number | null;
  switch (operation.op) {
    case 'add':
      counters[c] = (value ?? 0) + operation.amount;
      break;
    case 'add-minutes':
      counters[c] = (value ?? 0) + fact.minutes;
      break;
    case 'set':
      counters[c] = operation.value;
      break;
    case 'set-date':
      counters[c] = fact.day;
      break;
    case 'set-date-once':
      counters[c] = value ?? fact.day;
      break;
    case 'set-score':
      counters[c] = fact.score;
      break;
    case 'set-score-once':
      counters[c] = value ?? fact.score;
      break;
    case 'clear':
      counters[c] = null;
      break;
    case 'mark':
      counters[c] = withSessions(counters[c] as readonly number[], fact.sessions);
      break;
    case 'unmark':
      counters[c] = (counters[c] as readonly number[]).filter((session) => !fact.sessions.includes(session));
      break;
    case 'note-day':
      counters[c] = [...(counters[c] as readonly number[]), fact.day];
      break;
    case 'count-day':
      if (counters[operation.last] !== fact.day) counters[c] = (value ?? 0) + 1;
      counters[operation.last] = fact.day;
      break;
  }
}

function withSessions(set: readonly number[], sessions: readonly number[]): readonly number[] {
  const added = sessions.filter((session) => !set.includes(session));
  return added.length === 0 ? set : [...set, ...added].sort((a, b) => a - b);
}

/** Applies one signal to some counters in place. */
export function applyTo(
  plan: Plan,
  counters: CounterValue[],
  signal: string,
  fact: { day: number; sessions: readonly number[]; minutes: number; score: number },
): void {
  for (const operation of effectTable(plan).get(signal) ?? []) apply(counters, operation, fact);
}

/**
 * The counters when a phase is entered: those of the scope `phase` start again with what belongs to the day itself, because
 * facts of the day of entry count for both phases.
 */
export function resetPhaseCounters(
  plan: Plan,
  counters: readonly CounterValue[],
  ofToday: readonly CounterValue[],
): readonly CounterValue[] {
  return counters.map((value, index) =>
    plan.counters[index]?.scope === 'phase' ? (ofToday[index] ?? null) : value,
  );
}
