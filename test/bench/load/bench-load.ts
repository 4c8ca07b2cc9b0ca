import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchLine } from '../bench-line.ts';

const TRIAL = fileURLToPath(new URL('./load-trial.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

type Figures = {
  readonly asked: number;
  readonly p50: number;
  readonly p99: number;
  readonly wrong: number;
  readonly firstWrong: string;
  readonly busyShare: number;
  readonly millisecondsOfServer: number;
  readonly loadAverage: number;
  /** How many patients were told ahead, and in how many seconds, before anything was measured. */
  readonly ahead: number;
  readonly aheadSeconds: number;
  readonly kinds: Readonly<Record<string, { readonly p50: number; readonly p99: number }>>;
};

/** The section `load` of the benchmarks: a server of its own with 10,000 patients, asked 300 times a second for 30 seconds. */
export function benchLoad(): BenchLine[] {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const given = (process.env['STEPWELL_LOAD'] ?? '10000 300 30').split(' ');
  const out = execFileSync(process.execPath, [TRIAL, ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const figures = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Figures;
  const [patients, perSecond, seconds] = given;
  const kinds = Object.entries(figures.kinds)
    .map(([kind, { p50, p99 }]) => `${kind} ${p50.toFixed(0)} and ${p99.toFixed(0)}`)
    .join(', ');
  return [
    {
      what: `${perSecond} mixed requests a second for ${seconds} s to a server with ${patients} patients, p99`,
      value: figures.p99,
      unit: 'ms',
      budget: 100,
      note: `p50 ${figures.p50.toFixed(1)} ms of ${figures.asked}; the server took ${figures.busyShare.toFixed(2)} cores, ${figures.millisecondsOfServer.toFixed(1)} ms a request; after ${figures.ahead} patients had been told ahead in ${figures.aheadSeconds.toFixed(0)} s; others had a load of ${figures.loadAverage.toFixed(1)}; p50 and p99 by kind: ${kinds}`,
    },
    {
      what: 'of these, answers that were no success',
      value: figures.wrong,
      unit: 'answers',
      budget: 0,
      note: figures.firstWrong === '' ? 'none' : figures.firstWrong.slice(0, 120),
    },
  ];
}
