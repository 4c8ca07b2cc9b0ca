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
import { writeCTables } from './write-c-tables.ts';

/**
 * One trial of the simulation in a process of its own: `node simulation-trial.ts NAME FOLDER`. Prints its figures as one line of
 * JSON. Times are processor times, but for those of threads.
 */
const [name = '', folder = '.'] = process.argv.slice(2);
const SEED = 7;
const DAYS = 365;
const MACHINE_PATIENTS = 40;
const curriculum = await loadCurriculumLibrary([]).find('matrix-iop');
if (!curriculum) throw new Error('matrix-iop is missing');
const plan = compilePlan(curriculum);
const behaviour = benchBehaviour();

const TRIALS: Record<string, () => Promise<Record<string, number>>> = {
  /** The kernel and the program by hand in C, in turn; the best round of each. C is left out where there is no compiler. */
  async kernel() {
    const count = 40_000;
    const run = kernelRun(count, 'wasm');
    const hash = run();
    const inC = compileC();
    const times: number[] = [];
    const c: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      times.push(processorTime(run));
      if (inC === null) continue;
      const out = execFileSync(inC, [`${SEED}`, `${count}`, `${DAYS}`, '1'], { encoding: 'utf8' });
      const [text, milliseconds] = out.trim().split(' ');
      if (Number(text) !== hash) throw new Error('the program in C came to other patients');
      c.push(Number(milliseconds));
    }
    const best = Math.min(...times);
    return {
      kernelMicroseconds: (best * 1000) / count,
      ...(inC === null ? {} : { cMicroseconds: (Math.min(...c) * 1000) / count }),
    };
  },

  /** The same text as JavaScript. */
  async javascript() {
    const run = kernelRun(10_000, 'javascript');
    const times = Array.from({ length: 12 }, () => processorTime(run));
    return { javascriptMicroseconds: Math.min(...times) / 10 };
  },

  /**
   * The same patients through XState's `transition()`, one call for each event that the machine is sent: facts, and what time
   * does, in turn with the kernel; the round in the middle. They must come to the ends that the kernel tells. As few patients may be
   * told more than those of the kernel's cohort are, or less, the time is that of as many events as its patients have.
   */
  async machine() {
    const machine = createEpisodeMachine(plan);
    const ends: unknown[] = [];
    const patients = Array.from({ length: MACHINE_PATIENTS }, (_, patient) =>
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
    const count = 20_000;
    const run = kernelRun(count, 'wasm');
    for (let warm = 0; warm < 3; warm += 1) run();
    const asMany = eventsOf(count) / eventsOf(MACHINE_PATIENTS);
    const rounds = Array.from({ length: 5 }, () => ({
      machine: ((processorTime(drive) * 1000) / patients.length) * asMany,
      kernel: (processorTime(run) * 1000) / count,
    }));
    rounds.sort((a, b) => a.machine / a.kernel - b.machine / b.kernel);
    const { machine: machineMicroseconds, kernel: besideMicroseconds } = rounds[2]!;
    const events = patients.reduce((sum, { length }) => sum + length, 0);
    return {
      machineMicroseconds,
      besideMicroseconds,
      eventsAPatient: (events / patients.length) * asMany,
    };
  },

  /** Cohorts on one thread and on two, from the first shard to the last: patients a second by the clock, and processor time each. */
  async threads() {
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
        patients: 200_000,
        shard: 4096,
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
    for (let round = 0; round < 3; round += 1) rounds.push({ one: await rate(1), two: await rate(2) });
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
function compileC(): string | null {
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

const trial = TRIALS[name];
if (!trial) throw new Error(`no trial ${name}; there are ${Object.keys(TRIALS).join(', ')}`);
process.stdout.write(`${JSON.stringify(await trial())}\n`);
