import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchCapacity } from './bench-capacity.ts';
import type { BenchLine } from './bench-line.ts';
import { benchSimulation } from './bench-simulation.ts';
import { benchLoad } from './load/bench-load.ts';
import { quantile } from './store-100k.ts';

/**
 * The benchmarks: one process per trial, interleaved, ratios within one run.
 *
 * `npm run bench`, `npm run bench -- --only commands,replay`, `npm run bench -- --json`, `--rounds 7`, `--episodes 100000`.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    episodes: { type: 'string', default: '100000' },
  },
});
const rounds = Number(values.rounds);
const only = values.only?.split(',');
const folder = mkdtempSync(join(tmpdir(), 'stepwell-bench-'));
const TRIAL = fileURLToPath(new URL('./trial.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'dist/cli/main.js');

const lines: BenchLine[] = [];
const ratios: Record<string, number> = {};

function run(name: string, argument = '0'): Record<string, number> {
  const out = execFileSync(process.execPath, [TRIAL, name, folder, argument], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '{}');
}

let filled = false;
/** Fills the large store, once for all sections that read it. */
function fill(): void {
  if (!filled) run('fill', values.episodes);
  filled = true;
}

function wanted(section: string): boolean {
  const yes = only === undefined || only.includes(section);
  if (yes) process.stderr.write(`bench: ${section} …\n`);
  return yes;
}

const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

try {
  if (wanted('commands')) {
    const { commands = 0 } = run('record');
    const pairs = Array.from({ length: rounds }, (_, i) => {
      const first = i % 2 === 0;
      const engine = first ? run('engine', String(i)) : null;
      const bare = run('bare', String(i));
      const late = first ? engine : run('engine', String(i));
      return { engine: late?.['microseconds'] ?? Number.NaN, bare: bare['microseconds'] ?? Number.NaN };
    });
    const ratio = median(pairs.map((pair) => pair.engine / pair.bare));
    ratios['commandVsBare'] = ratio;
    lines.push({
      what: 'a recorded command, durable, against bare better-sqlite3',
      value: ratio,
      unit: 'times',
      budget: 1.5,
      note: `${commands} commands; ${Math.round(median(pairs.map((p) => p.engine)))} against ${Math.round(median(pairs.map((p) => p.bare)))} microseconds each`,
    });
  }
  if (wanted('replay')) {
    const { medianMilliseconds = Number.NaN, events = 0 } = run('replay');
    lines.push({
      what: `replay of an episode of ${events} events`,
      value: medianMilliseconds,
      unit: 'ms',
      budget: 10,
      note: 'from the first event, warm',
    });
  }
  if (wanted('preview')) {
    const { medianMilliseconds = Number.NaN } = run('preview');
    lines.push({
      what: 'preview of a correction 200 events back',
      value: medianMilliseconds,
      unit: 'ms',
      budget: 20,
      note: 'warm',
    });
  }
  if (wanted('caseload') || wanted('clock')) {
    fill();
    const caseload = run('caseload', values.episodes);
    lines.push({
      what: `caseload of 40 patients among ${values.episodes} episodes, p99`,
      value: caseload['p99Milliseconds'] ?? Number.NaN,
      unit: 'ms',
      budget: 5,
      note: `p50 ${(caseload['p50Milliseconds'] ?? 0).toFixed(2)} ms`,
    });
    const due = run('due');
    const each = ((due['manyMilliseconds'] ?? 0) * 1000) / (due['manyEpisodes'] ?? 1);
    lines.push({
      what: `finding what is due among ${values.episodes} episodes, per episode due`,
      value: each,
      unit: 'us',
      budget: null,
      note: `${due['noneEpisodes']} due: ${due['noneMilliseconds']?.toFixed(3)} ms, ${due['fewEpisodes']}: ${due['fewMilliseconds']?.toFixed(2)} ms, ${due['manyEpisodes']}: ${due['manyMilliseconds']?.toFixed(1)} ms`,
    });
  }
  if (wanted('worklists')) {
    fill();
    const { p50Milliseconds = 0, p99Milliseconds = Number.NaN, most = 0 } = run('worklists');
    lines.push({
      what: `a page of 50 of any worklist, or of all ten together, with any filter, among ${values.episodes} episodes, p99`,
      value: p99Milliseconds,
      unit: 'ms',
      budget: 20,
      note: `p50 ${p50Milliseconds.toFixed(2)} ms, slowest ${most.toFixed(2)} ms`,
    });
  }
  if (wanted('load')) lines.push(...benchLoad());
  if (wanted('cold-start')) {
    // What people start is what was built.
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    const help = Array.from({ length: rounds }, () => {
      const started = performance.now();
      execFileSync(process.execPath, [CLI, '--help'], { stdio: 'ignore' });
      return performance.now() - started;
    });
    lines.push({
      what: 'stepwell --help, whole process',
      value: median(help),
      unit: 'ms',
      budget: 150,
      note: 'node itself included',
    });
    const open = Array.from(
      { length: rounds },
      (_, i) => run('open', String(i))['milliseconds'] ?? Number.NaN,
    );
    lines.push({
      what: 'opening a store and loading all curricula',
      value: median(open),
      unit: 'ms',
      budget: 250,
      note: 'without the start of node and the imports',
    });
  }
  if (wanted('simulation')) {
    const simulation = await benchSimulation(folder);
    Object.assign(ratios, simulation.ratios);
    lines.push(...simulation.lines);
  }

  if (wanted('capacity')) {
    const capacity = benchCapacity(folder);
    Object.assign(ratios, capacity.ratios);
    lines.push(...capacity.lines);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}`;
if (values.json) process.stdout.write(`${JSON.stringify({ machine, ratios, lines })}\n`);
else {
  process.stdout.write(`${machine}\n`);
  for (const { what, value, unit, budget, note } of lines) {
    const mark = budget === null ? ' ' : value <= budget ? '✓' : '✗';
    process.stdout.write(
      `${mark} ${what}: ${value.toFixed(2)} ${unit}${budget === null ? '' : ` (budget ${budget})`}; ${note}\n`,
    );
  }
}
