import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../behaviour.ts';
import { compileBehaviour } from '../compile-behaviour.ts';
import { eventTable } from '../event-table.ts';
import type { PatientColumns, WeekCounts } from '../patient-columns.ts';
import { generateKernel } from './generate-kernel.ts';
import { type KernelRefusal, kernelRefusals } from './kernel-refusal.ts';
import type { KernelScope } from './kernel-scope.ts';
import { kernelTables } from './kernel-tables.ts';
import { liveCounters, phaseCounters } from './live-counters.ts';
import { patientColumns, type RawColumns, rawColumns, weekColumns } from './raw-columns.ts';

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
  /** Simulates some patients. The same numbers give the same rows, in shards of any size and order. */
  readonly run: (run: KernelRun, sink?: EventSink) => { patients: PatientColumns; weeks: WeekCounts };
  /** Names of events by their code. */
  readonly eventNames: readonly string[];
  /** The names of the levels of each trait. */
  readonly groups: readonly { readonly trait: string; readonly levels: readonly string[] }[];
  /** The generated text, to be read. */
  readonly source: string;
};

/** Events that are collected before a sink gets them. */
const LOG_SIZE = 1 << 16;

/**
 * Compiles a plan and a behaviour to a kernel, or says by name what it cannot model. A kernel gives, event for event, what
 * the machine gives with the same draws.
 *
 * `keep: 'all'` carries every counter of the plan to the end, for comparison; otherwise those that decide anything.
 */
export function compileKernel(
  plan: Plan,
  behaviour: Behaviour,
  options: { readonly keep?: 'live' | 'all' } = {},
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
    attendedClock: clocks,
  };
  const { text, tables } = generateKernel(scope, false);
  const all = { ...kernelTables(scope), ...Object.fromEntries(tables) };
  const quiet = build(text, all);
  let logging: KernelFunction | null = null;
  const phaseIds = plan.phases.map(({ id }) => id);
  const run: Kernel['run'] = ({ seed, first, count, horizonDays }, sink) => {
    const columns = rawColumns(plan.phases.length, compiled.traits.length, count);
    const weeks = weekColumns(plan.phases.length, Math.ceil(horizonDays / 7));
    if (sink === undefined) quiet(seed | 0, first, count, horizonDays, columns, weeks);
    else {
      logging ??= build(generateKernel(scope, true).text, all);
      const patients = new Int32Array(LOG_SIZE);
      const packed = new Uint16Array(LOG_SIZE);
      const flush = (n: number) => sink(patients, packed, n);
      const rest = logging(
        seed | 0,
        first,
        count,
        horizonDays,
        columns,
        weeks,
        patients,
        packed,
        LOG_SIZE,
        flush,
      );
      if (rest > 0) flush(rest);
    }
    return patientColumns(columns, weeks, { phaseIds, first, count, stage: plan.curriculum.id });
  };
  return {
    accepted: true,
    run,
    eventNames: table.events.map(({ name }) => name),
    groups: compiled.traits.map(({ id, levels }) => ({ trait: id, levels })),
    source: text,
  };
}

type KernelFunction = (
  seed: number,
  first: number,
  count: number,
  horizon: number,
  columns: RawColumns,
  weeks: ReturnType<typeof weekColumns>,
  ...log: unknown[]
) => number;

/** The generated text holds nothing that an author wrote: numbers and indexes alone. */
function build(text: string, tables: Record<string, Int32Array>): KernelFunction {
  return new Function('tables', text)(tables) as KernelFunction;
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
    if (kind === 'set' && !words.has(index)) words.set(index, 1);
  });
  return words;
}
