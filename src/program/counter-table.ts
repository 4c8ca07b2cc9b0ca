import type { PlanCounter, PlanEffect, PlanOperation } from './plan.ts';

type Scope = PlanCounter['scope'];

/** Collects the counters and effects that a plan needs, each once. Used while a plan is compiled. */
export class CounterTable {
  readonly counters: PlanCounter[] = [];
  readonly #byName = new Map<string, number>();
  readonly #effects = new Map<string, PlanOperation[]>();

  /** The index of a counter, made at its first mention; `wire` then adds what moves it. */
  counter(name: string, kind: PlanCounter['kind'], scope: Scope, wire: (index: number) => void): number {
    const full = scope === 'phase' ? `${name}@phase` : name;
    const known = this.#byName.get(full);
    if (known !== undefined) return known;
    const index = this.counters.length;
    this.counters.push({ name: full, kind, scope });
    this.#byName.set(full, index);
    wire(index);
    return index;
  }

  /** Adds an operation to the effect of each of the signals. */
  on(signals: readonly string[], operation: PlanOperation): void {
    for (const signal of signals) {
      const operations = this.#effects.get(signal) ?? [];
      operations.push(operation);
      this.#effects.set(signal, operations);
    }
  }

  /** All effects, in the order in which their signals were first mentioned. */
  effects(): PlanEffect[] {
    return [...this.#effects].map(([signal, operations]) => ({ signal, operations }));
  }
}
