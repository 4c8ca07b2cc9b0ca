import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../behaviour.ts';
import { compileBehaviour } from '../compile-behaviour.ts';
import { eventTable } from '../event-table.ts';
import type { PatientColumns, WeekCounts } from '../patient-columns.ts';
import type { Executor } from './executor.ts';
import { generateKernel, LOG_SIZE } from './generate-kernel.ts';
import { javascriptExecutor } from './javascript-executor.ts';
import { type KernelRefusal, kernelRefusals } from './kernel-refusal.ts';
import type { KernelScope } from './kernel-scope.ts';
import { kernelTables } from './kernel-tables.ts';
import { liveCounters, phaseCounters } from './live-counters.ts';
import { emptyColumns, MOST_WEEKS, resultArrays, SHARD, takeShard, weekCounts } from './raw-columns.ts';
import { wasmExecutor } from './wasm/wasm-executor.ts';

/** Which patients a run simulates, and for how long. */
export type KernelRun = {
  readonly seed: number;
  /** The number of the first patient. */
  readonly first: number;
  readonly count: number;
  readonly horizonDays: number;
};

/** Takes events in columns: the patient, and `week << 9 | code`; the arrays are used again after the call. */
export type EventSink = (patients: Int32Array, packed: Uint16Array, count: number) => void;

/** A simulator of one plan with one behaviour. */
export type Kernel = {
  readonly accepted: true;
  /** How it runs: as WebAssembly, or as JavaScript. Both give the same to the bit. */
  readonly execution: 'wasm' | 'javascript';
  /** Simulates some patients. The same numbers give the same rows, in shards of any size and order. */
  readonly run: (run: KernelRun, sink?: EventSink) => { patients: PatientColumns; weeks: WeekCounts };
  /** Names of events by their code. */
  readonly eventNames: readonly string[];
  /** The names of the levels of each trait. */
  readonly groups: readonly { readonly trait: string; readonly levels: readonly string[] }[];
  /** The generated text, to be read. */
  readonly source: string;
};

/**
 * Compiles a plan and a behaviour to a kernel, or says by name what it cannot model. A kernel gives, event for event, what
 * the machine gives with the same draws.
 *
 * `keep: 'all'` carries every counter of the plan to the end, for comparison; otherwise those that decide anything.
 */
export function compileKernel(
  plan: Plan,
  behaviour: Behaviour,
  options: { readonly keep?: 'live' | 'all'; readonly execution?: 'wasm' | 'javascript' } = {},
): Kernel | { readonly accepted: false; readonly refusals: readonly KernelRefusal[] } {
  const compiled = compileBehaviour(plan, behaviour);
  const table = eventTable(plan, compiled);
  const refusals = kernelRefusals(plan, table);
  if (refusals.length > 0) return { accepted: false, refusals };
  const kept =
    options.keep === 'all' ? new Set(plan.counters.map((_, index) => index)) : liveCounters(plan, compiled);
  const clocks = plan.criteria.some(
    (node) =>
      node.node === 'compare' && node.quantity.quantity === 'stay' && node.quantity.clock === 'attended',
  );
  if (clocks) kept.add(plan.common.lastAttended);
  const scope: KernelScope = {
    plan,
    behaviour: compiled,
    table,
    kept,
    today: phaseCounters(plan, kept),
    words: setWords(plan),
    hashCounters: options.keep === 'all',
    attendedClock: clocks,
  };
  const execution = options.execution ?? 'wasm';
  const executors = new Map<boolean, Executor>();
  const phases = plan.phases.length;
  const phaseIds = plan.phases.map(({ id }) => `${plan.curriculum.id}/${id}`);
  const sinks: { now: EventSink | null } = { now: null };
  const executorFor = (log: boolean): Executor => {
    let executor = executors.get(log);
    if (!executor) {
      const source = generateKernel(scope, log);
      const tables = { ...kernelTables(scope), ...Object.fromEntries(source.tables) };
      const lengths = {
        ...resultArrays(phases, compiled.traits.length),
        LOGPATIENT: LOG_SIZE,
        LOGPACKED: LOG_SIZE,
      };
      const build = execution === 'wasm' ? wasmExecutor : javascriptExecutor;
      const flush = (n: number) => {
        const { LOGPATIENT, LOGPACKED } = executor?.arrays ?? {};
        if (LOGPATIENT && LOGPACKED) sinks.now?.(LOGPATIENT, Uint16Array.from(LOGPACKED.subarray(0, n)), n);
      };
      executor = build(source, { tables, lengths }, flush);
      executors.set(log, executor);
    }
    return executor;
  };
  const run: Kernel['run'] = ({ seed, first, count, horizonDays }, sink) => {
    const weeks = Math.ceil(horizonDays / 7);
    if (weeks > MOST_WEEKS) throw new RangeError(`a simulation of more than ${MOST_WEEKS} weeks`);
    const executor = executorFor(sink !== undefined);
    sinks.now = sink ?? null;
    const columns = emptyColumns(phases, compiled.traits.length, first, count);
    for (const name of COUNTED_BY_WEEK) executor.arrays[name]?.fill(0);
    for (let at = 0; at < count; at += SHARD) {
      const rows = Math.min(SHARD, count - at);
      executor.arrays['PHASE_ENTERED']?.fill(-1);
      executor.run(seed | 0, first + at, rows, horizonDays, weeks);
      takeShard(columns, executor.arrays, at, rows);
    }
    return { patients: columns, weeks: weekCounts(executor.arrays, weeks, phaseIds) };
  };
  return {
    accepted: true,
    execution,
    run,
    eventNames: table.events.map(({ name }) => name),
    groups: compiled.traits.map(({ id, levels }) => ({ trait: id, levels })),
    source: generateKernel(scope, false).body,
  };
}

const COUNTED_BY_WEEK = [
  'OCCUPANCY',
  'ENDED',
  'OFFERED',
  'ATTENDED',
  'NEGATIVE',
  'POSITIVE',
  'MISSED',
] as const;

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
    if (kind === 'set' && !words.has(index)) words.set(index, 1);
  });
  return words;
}
