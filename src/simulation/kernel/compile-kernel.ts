import { type Course, courseOf } from '../../program/course.ts';
import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../behaviour.ts';
import type { PatientColumns, WeekCounts } from '../patient-columns.ts';
import type { Executor } from './executor.ts';
import { generateKernel, LOG_SIZE } from './generate-kernel.ts';
import { stageArrays } from './generate-stage.ts';
import { javascriptExecutor } from './javascript-executor.ts';
import { type KernelRefusal, kernelRefusals } from './kernel-refusal.ts';
import type { KernelScope } from './kernel-scope.ts';
import { kernelScopes } from './kernel-scopes.ts';
import { kernelTables } from './kernel-tables.ts';
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

/** Takes events in columns: the patient, and `week << 9 | code`, in two bytes as long as 128 weeks are enough; the arrays are used again after the call. */
export type EventSink = (patients: Int32Array, packed: Uint16Array | Int32Array, count: number) => void;

/** A simulator of one plan or course with one behaviour. */
export type Kernel = {
  readonly accepted: true;
  /** How it runs: as WebAssembly, or as JavaScript. Both give the same to the bit. */
  readonly execution: 'wasm' | 'javascript';
  /** Simulates some patients. The same numbers give the same rows, in shards of any size and order. */
  readonly run: (run: KernelRun, sink?: EventSink) => { patients: PatientColumns; weeks: WeekCounts };
  /** Why events cannot be told of so many days; null where they can. */
  readonly whyNoEvents: (horizonDays: number) => string | null;
  /** Names of events by their code. */
  readonly eventNames: readonly string[];
  /** The names of the levels of each trait. */
  readonly groups: readonly { readonly trait: string; readonly levels: readonly string[] }[];
  /** The generated text, to be read. */
  readonly source: string;
};

/**
 * Compiles a plan, or a course with its stages, and a behaviour to a kernel, or says by name what it cannot model. A kernel gives,
 * event for event, what the machine gives with the same draws.
 *
 * `keep: 'all'` carries every counter of the plan to the end, for comparison; otherwise those that decide anything.
 */
export function compileKernel(
  of: Plan | Course,
  behaviour: Behaviour,
  options: { readonly keep?: 'live' | 'all'; readonly execution?: 'wasm' | 'javascript' } = {},
): Kernel | { readonly accepted: false; readonly refusals: readonly KernelRefusal[] } {
  const course = courseOf(of);
  const { scopes, eventNames } = kernelScopes(course, behaviour, options.keep === 'all');
  const refusals = scopes.flatMap(({ plan, table }) => kernelRefusals(plan, table));
  if (refusals.length > 0) return { accepted: false, refusals };
  const execution = options.execution ?? 'wasm';
  const phaseIds = scopes.flatMap(({ plan }) =>
    plan.phases.map(({ id }) => `${plan.stage?.id ?? plan.curriculum.id}/${id}`),
  );
  const { traits } = scopes[0]!.behaviour;
  const sizes = [phaseIds.length, traits.length, scopes.length] as const;
  const returns = scopes.some(({ behaviour }) => behaviour.readmission !== null);
  const executors = new Map<boolean, Executor>();
  const sinks: { now: EventSink | null; wide: boolean } = { now: null, wide: false };
  const executorFor = (log: boolean): Executor => {
    let executor = executors.get(log);
    if (!executor) {
      const flush = (n: number) => {
        const { LOGPATIENT, LOGPACKED } = executor?.arrays ?? {};
        if (!LOGPATIENT || !LOGPACKED) return;
        sinks.now?.(LOGPATIENT, sinks.wide ? LOGPACKED : Uint16Array.from(LOGPACKED.subarray(0, n)), n);
      };
      executor = buildExecutor(scopes, log, sizes, execution, flush);
      executors.set(log, executor);
    }
    return executor;
  };
  const whyNoEvents: Kernel['whyNoEvents'] = (horizonDays) => {
    if (horizonDays > MOST_WEEKS * 7)
      return `events are told of at most ${MOST_WEEKS} weeks, ${MOST_WEEKS * 7} days, and the horizon is ${horizonDays} days`;
    if (eventNames.length > LOGGED_EVENTS)
      return `events are told of at most ${LOGGED_EVENTS} kinds, and ${course.id} has ${eventNames.length}`;
    return null;
  };
  const run: Kernel['run'] = ({ seed, first, count, horizonDays }, sink) => {
    const weeks = Math.ceil(horizonDays / 7);
    if (weeks > MOST_WEEKS) throw new RangeError(`a simulation of more than ${MOST_WEEKS} weeks`);
    const untold = sink ? whyNoEvents(horizonDays) : null;
    if (untold !== null) throw new RangeError(untold);
    const executor = executorFor(sink !== undefined);
    sinks.now = sink ?? null;
    sinks.wide = weeks > NARROW_WEEKS;
    const columns = emptyColumns(...sizes, first, count, returns);
    for (const name of COUNTED_BY_WEEK) executor.arrays[name]?.fill(0);
    for (let at = 0; at < count; at += SHARD) {
      const rows = Math.min(SHARD, count - at);
      executor.arrays['PHASE_ENTERED']?.fill(-1);
      executor.arrays['RETURNED']?.fill(-1);
      executor.arrays['STAGE_DAYS']?.fill(0);
      executor.run(seed | 0, first + at, rows, horizonDays, weeks);
      takeShard(columns, executor.arrays, at, rows);
    }
    return { patients: columns, weeks: weekCounts(executor.arrays, weeks, phaseIds) };
  };
  return {
    accepted: true,
    execution,
    run,
    whyNoEvents,
    eventNames,
    groups: traits.map(({ id, levels }) => ({ trait: id, levels })),
    get source() {
      return scopes.map((scope) => generateKernel(scope, false).body).join('\n\n');
    },
  };
}

/** The kinds of event that a packed word has room for, and the weeks where it has two bytes. */
const LOGGED_EVENTS = 512;
const NARROW_WEEKS = 128;

function buildExecutor(
  scopes: readonly KernelScope[],
  log: boolean,
  sizes: readonly [phases: number, traits: number, stages: number],
  execution: Kernel['execution'],
  flush: (events: number) => void,
): Executor {
  const stages = scopes.map((scope) => {
    const source = generateKernel(scope, log);
    return { source, tables: { ...kernelTables(scope), ...Object.fromEntries(source.tables) } };
  });
  const ledger = scopes[0]?.stage?.ledger;
  const lengths = {
    ...resultArrays(...sizes),
    ...(ledger ? stageArrays(ledger) : {}),
    ...{ LOGPATIENT: LOG_SIZE, LOGPACKED: LOG_SIZE },
  };
  return (execution === 'wasm' ? wasmExecutor : javascriptExecutor)({ stages, lengths }, flush);
}

const COUNTED_BY_WEEK = [
  'OCCUPANCY',
  'ON_LEAVE',
  'ENDED',
  'OFFERED',
  'ATTENDED',
  'NEGATIVE',
  'POSITIVE',
  'MISSED',
] as const;
