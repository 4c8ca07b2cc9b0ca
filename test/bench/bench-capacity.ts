import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runClinic } from '../../src/simulation/capacity/run-clinic.ts';
import { waitingTimeLaw } from '../../src/simulation/capacity/waiting-time-law.ts';
import { uniformDraws } from '../../src/simulation/scenario/uniform-draws.ts';
import type { BenchLine } from './bench-line.ts';

const PROGRAM = fileURLToPath(new URL('./capacity.py', import.meta.url));
/** Ten places, nine arrivals for each mean stay of a day: nine in ten places are taken, and most wait. */
const [PLACES, ARRIVALS] = [10, 9];

/** The section `capacity` of the benchmarks: a census cap with a waiting list, beside SimPy with the same arrivals and stays. */
export function benchCapacity(
  folder: string,
  count = 200_000,
): { ratios: Record<string, number>; lines: BenchLine[] } {
  const [gap, length] = [uniformDraws(7, 1), uniformDraws(7, 2)];
  const [arrivals, stays] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0, now = 0; i < count; i += 1) {
    now -= Math.log(1 - gap(i)) / ARRIVALS;
    arrivals[i] = now;
    stays[i] = -Math.log(1 - length(i));
  }
  const clinic = { arrivals, stays: [stays], stations: [{ name: 'iop', places: PLACES }] };
  const run = () =>
    runClinic({ ...clinic, patience: Infinity, waitsInPlace: true, from: 0, until: Infinity });
  const trials = Array.from({ length: 5 }, () => {
    const began = process.cpuUsage();
    const { waits } = run();
    const { user, system } = process.cpuUsage(began);
    return {
      microseconds: (user + system) / count,
      mean: waits.reduce((sum, wait) => sum + wait, 0) / count,
    };
  });
  const [own] = trials.sort((a, b) => a.microseconds - b.microseconds);
  const law = waitingTimeLaw(ARRIVALS, 1, PLACES).meanWait;
  const note = `${count} patients, ${PLACES} places; they wait ${own!.mean.toFixed(4)} days on average, by Erlang's formula ${law.toFixed(4)} in the long run`;
  const line = (what: string, value: number, unit: string, about: string): BenchLine => {
    return { ...{ what, value, unit, note: about }, budget: null };
  };
  const lines = [line('a census cap with a waiting list', own!.microseconds, 'us a patient', note)];
  const simpy = simpyTrial(join(folder, 'capacity.bin'), arrivals, stays);
  if (simpy === null) {
    process.stderr.write('bench: no SimPy 3 here (python3-simpy3): the waiting list is measured alone\n');
    return { ratios: {}, lines };
  }
  if (Math.abs(simpy.meanWait - own!.mean) > 1e-9)
    throw new Error(`SimPy has them wait ${simpy.meanWait} days, and the engine ${own!.mean}`);
  const ratio = simpy.microseconds / own!.microseconds;
  const beside = `SimPy ${simpy.simpy}: ${simpy.microseconds.toFixed(1)} us a patient, the same waits from the same arrivals and stays`;
  return {
    ratios: { capacityVsSimpy: ratio },
    lines: [...lines, line('the same against SimPy', ratio, 'times', beside)],
  };
}

type SimpyTrial = { readonly microseconds: number; readonly meanWait: number; readonly simpy: string };

/** The same clinic by SimPy, in whichever Python has it; null where none has. */
function simpyTrial(file: string, arrivals: Float64Array, stays: Float64Array): SimpyTrial | null {
  writeFileSync(file, Buffer.concat([Buffer.from(arrivals.buffer), Buffer.from(stays.buffer)]));
  for (const python of ['python3', '/usr/bin/python3'])
    try {
      const out = execFileSync(python, [PROGRAM, file, String(PLACES)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return JSON.parse(out) as SimpyTrial;
    } catch {}
  return null;
}
