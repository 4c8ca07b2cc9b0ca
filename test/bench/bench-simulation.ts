import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchLine } from './bench-line.ts';

const TRIAL = fileURLToPath(new URL('./simulation-trial.ts', import.meta.url));

/** The section `simulation` of the benchmarks, each trial in a process of its own. */
export function benchSimulation(folder: string): Promise<Section> {
  return simulationSection(async (name) => {
    const out = execFileSync(process.execPath, [TRIAL, name, folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(out.trim().split('\n').at(-1) ?? '{}');
  });
}

/** A section of the benchmarks: its ratios by name, and its lines. */
export type Section = { readonly ratios: Record<string, number>; readonly lines: BenchLine[] };

/** The ratios of the kernel against C, against XState, and on two threads, from trials that somebody runs. */
export async function simulationSection(
  run: (name: string) => Promise<Record<string, number>>,
): Promise<Section> {
  const { kernelMicroseconds = Number.NaN, cMicroseconds } = await run('kernel');
  const { javascriptMicroseconds = Number.NaN } = await run('javascript');
  const {
    machineMicroseconds = Number.NaN,
    besideMicroseconds = Number.NaN,
    eventsAPatient = Number.NaN,
  } = await run('machine');
  const threads = await run('threads');
  const { oneThread = Number.NaN, twoThreads = Number.NaN } = threads;
  const used = [
    threads['oneThreadMicroseconds'] ?? Number.NaN,
    threads['twoThreadsMicroseconds'] ?? Number.NaN,
  ];
  const ratios: Record<string, number> = {
    kernelVsMachine: machineMicroseconds / besideMicroseconds,
    twoThreadsVsOne: twoThreads / oneThread,
    wasmVsJavascript: javascriptMicroseconds / kernelMicroseconds,
  };
  if (cMicroseconds !== undefined) ratios['kernelVsC'] = cMicroseconds / kernelMicroseconds;
  const each = (microseconds: number) => `${microseconds.toFixed(1)} us a patient`;
  const line = (what: string, ratio: string, atLeast: number, note: string): BenchLine[] =>
    ratios[ratio] === undefined
      ? []
      : [{ what, value: ratios[ratio], unit: 'times', budget: null, note: `at least ${atLeast}; ${note}` }];
  return {
    ratios,
    lines: [
      ...line(
        'simulation kernel against the same model by hand in C',
        'kernelVsC',
        0.8,
        `${each(kernelMicroseconds)}, C ${each(cMicroseconds ?? Number.NaN)}; the same hash`,
      ),
      ...line(
        'simulation kernel against XState, one call an event',
        'kernelVsMachine',
        2000,
        `XState ${each(machineMicroseconds)}, ${Math.round(eventsAPatient)} events; beside it the kernel ${each(besideMicroseconds)}`,
      ),
      ...line(
        'two threads against one',
        'twoThreadsVsOne',
        1.9,
        `${Math.round(oneThread)} and ${Math.round(twoThreads)} patients a second by the clock, ${used.map((each) => each.toFixed(1)).join(' and ')} us of processor time a patient`,
      ),
      ...line(
        'WebAssembly against JavaScript, same text',
        'wasmVsJavascript',
        1,
        each(javascriptMicroseconds),
      ),
    ],
  };
}
