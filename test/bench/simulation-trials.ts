import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initialTransition, transition } from 'xstate';
import { runCohort } from '../../src/adapters/workers/run-cohort.ts';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import {
  createEpisodeMachine,
  type EpisodeMachine,
  type EpisodeSnapshot,
} from '../../src/program/create-machine.ts';
import { isSameState } from '../../src/program/is-same-state.ts';
import { compileKernel } from '../../src/simulation/kernel/compile-kernel.ts';
import { simulatePatient } from '../../src/simulation/reference/simulate-patient.ts';
import { benchBehaviour } from './bench-behaviour.ts';
import type { Trials } from './store-trials.ts';
import { writeCTables } from './write-c-tables.ts';

const SEED = 7;
const DAYS = 365;
const MACHINE_PATIENTS = 40;
const curriculum = await loadCurriculumLibrary([]).find('matrix-iop');
if (!curriculum) throw new Error('matrix-iop is missing');
const plan = compilePlan(curriculum);
const behaviour = benchBehaviour();

/**
 * The trials of the simulation, with a folder for what they compile. Times are processor times, but for those of threads. `share` of 1 is what is
 * measured, and less of it only tells whether a trial still runs.
 */
export function simulationTrials(folder: string, share = 1): Trials {
  const times = (most: number): number => Math.max(1, Math.round(most * share));
  return {
    /** The kernel and the program by hand in C, in turn; the best round of each. C is left out where there is no compiler. */
    async kernel() {
      const count = times(40_000);
      const run = kernelRun(count, 'wasm');
      const hash = run();
      const inC = compileC(folder);
      const took: number[] = [];
      const c: number[] = [];
      for (let round = 0; round < times(7); round += 1) {
        took.push(processorTime(run));
        if (inC === null) continue;
        const out = execFileSync(inC, [`${SEED}`, `${count}`, `${DAYS}`, '1'], { encoding: 'utf8' });
        const [text, milliseconds] = out.trim().split(' ');
        if (Number(text) !== hash) throw new Error('the program in C came to other patients');
        c.push(Number(milliseconds));
      }
      const best = Math.min(...took);
      return {
        kernelMicroseconds: (best * 1000) / count,
        ...(inC === null ? {} : { cMicroseconds: (Math.min(...c) * 1000) / count }),
      };
    },

    /** The same text as JavaScript. */
    async javascript() {
      const count = times(10_000);
      const run = kernelRun(count, 'javascript');
      const took = Array.from({ length: times(12) }, () => processorTime(run));
      return { javascriptMicroseconds: (Math.min(...took) * 1000) / count };
    },

    /**
     * The same patients through XState's `transition()`, one call for each event that the machine is sent: facts, and what time
     * does, in turn with the kernel; the best round of each. They must come to the ends that the kernel tells. As few patients may be
     * told more than those of the kernel's cohort are, or less, the time is that of as many events as its patients have.
     */
    async machine() {
      const machine = createEpisodeMachine(plan);
      const ends: unknown[] = [];
      const patients = Array.from({ length: times(MACHINE_PATIENTS) }, (_, patient) =>
        recordEvents(machine, () => {
          ends.push(simulatePatient(plan, behaviour, { seed: SEED, patient, horizonDays: DAYS }).end);
        }),
      );
      const drive = () =>
        patients.map((events) => {
          let [snapshot] = initialTransition(machine);
          for (const event of events) [snapshot] = transition(machine, snapshot, event as never);
          const { ended } = (snapshot as unknown as EpisodeSnapshot).context;
          return ended === null ? 'in-treatment' : ended.graduated ? 'graduated' : ended.reason;
        });
      if (JSON.stringify(drive()) !== JSON.stringify(ends)) throw new Error('the machine came to other ends');
      const count = times(20_000);
      const run = kernelRun(count, 'wasm');
      for (let warm = 0; warm < times(3); warm += 1) run();
      const asMany = eventsOf(count) / eventsOf(patients.length);
      const rounds = Array.from({ length: times(5) }, () => ({
        machine: ((processorTime(drive) * 1000) / patients.length) * asMany,
        kernel: (processorTime(run) * 1000) / count,
      }));
      const machineMicroseconds = Math.min(...rounds.map((round) => round.machine));
      const besideMicroseconds = Math.min(...rounds.map((round) => round.kernel));
      const events = patients.reduce((sum, { length }) => sum + length, 0);
      return {
        machineMicroseconds,
        besideMicroseconds,
        eventsAPatient: (events / patients.length) * asMany,
      };
    },

    /** Cohorts on one thread and on two, from the first shard to the last: patients a second by the clock, and processor time each. */
    async threads() {
      const SHARD = times(4096);
      const rate = async (threads: number) => {
        const marks: { done: number; at: number; used: number }[] = [];
        const onProgress = (done: number) => {
          const { user, system } = process.cpuUsage();
          marks.push({ done, at: performance.now(), used: user + system });
        };
        await runCohort({
          plan,
          behaviour,
          seed: SEED,
          patients: Math.max(10 * SHARD, times(200_000)),
          shard: SHARD,
          horizonDays: DAYS,
          threads,
          onProgress,
        });
        const first = marks[2 * threads]!;
        const last = marks.at(-1)!;
        const patients = last.done - first.done;
        return { byClock: patients / (last.at - first.at), used: (last.used - first.used) / patients };
      };
      const rounds: { one: Awaited<ReturnType<typeof rate>>; two: Awaited<ReturnType<typeof rate>> }[] = [];
      for (let round = 0; round < times(3); round += 1)
        rounds.push({ one: await rate(1), two: await rate(2) });
      const best = (of: (round: (typeof rounds)[number]) => number) => Math.max(...rounds.map(of));
      const least = (of: (round: (typeof rounds)[number]) => number) => Math.min(...rounds.map(of));
      return {
        oneThread: best(({ one }) => one.byClock) * 1000,
        twoThreads: best(({ two }) => two.byClock) * 1000,
        oneThreadMicroseconds: least(({ one }) => one.used),
        twoThreadsMicroseconds: least(({ two }) => two.used),
      };
    },
  };
}

/**
 * The events that lead a machine to where it last comes while something runs; what it was asked in passing is left out. States are compared by what
 * they hold: whoever tells an episode goes on with an equal one that he has already.
 */
function recordEvents(machine: EpisodeMachine, run: () => void): unknown[] {
  const sent: { before: EpisodeSnapshot; event: unknown; after: EpisodeSnapshot }[] = [];
  const { transition: original } = machine;
  machine.transition = (snapshot, event, scope) => {
    const after = original.call(machine, snapshot, event, scope);
    sent.push({ before: snapshot as never, event, after: after as never });
    return after;
  };
  try {
    run();
  } finally {
    machine.transition = original;
  }
  const events: unknown[] = [];
  let wanted = sent.at(-1)?.after;
  for (const { before, event, after } of sent.reverse())
    if (wanted !== undefined && (after === wanted || isSameState(after, wanted))) {
      events.push(event);
      wanted = before;
    }
  return events.reverse();
}

function kernelRun(count: number, execution: 'wasm' | 'javascript'): () => number {
  const kernel = compileKernel(plan, behaviour, { execution });
  if (!kernel.accepted) throw new Error('the kernel refuses the Matrix program');
  return () => {
    let all = 0x811c9dc5 | 0;
    for (const hash of kernel.run({ seed: SEED, first: 0, count, horizonDays: DAYS }).patients.hash)
      all = Math.imul(all ^ hash, 16777619);
    return all >>> 0;
  };
}

/** Events that are told of each of the first patients, on average. */
function eventsOf(count: number): number {
  const kernel = compileKernel(plan, behaviour);
  if (!kernel.accepted) throw new Error('the kernel refuses the Matrix program');
  const { events } = kernel.run({ seed: SEED, first: 0, count, horizonDays: DAYS }).patients;
  return events.reduce((sum, each) => sum + each, 0) / count;
}

/** Compiles the program in C with the system's compiler; null where there is none. */
function compileC(folder: string): string | null {
  writeFileSync(`${folder}/tables.h`, writeCTables(plan, behaviour));
  const source = fileURLToPath(new URL('./matrix-kernel.c', import.meta.url));
  try {
    execFileSync('gcc', ['-O3', `-I${folder}`, '-o', `${folder}/matrix-kernel`, source], { stdio: 'pipe' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    process.stderr.write('bench: no gcc here, so the kernel is not compared with C\n');
    return null;
  }
  return `${folder}/matrix-kernel`;
}

function processorTime(run: () => unknown): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
