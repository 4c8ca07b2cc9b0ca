import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAIN } from './command-line.ts';

const SCENARIO = 'examples/scenarios/teds-d-2004/scenario.yaml';
const TARGETS = 'examples/scenarios/teds-d-2004/targets.yaml';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-simulate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = new Promise<{ exit: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (exit) => resolve({ exit, out, err })),
  );
  return { child, ended };
}
const run = (...args: readonly string[]) => start(...args).ended;

const filesOf = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

describe('stepwell simulate', () => {
  it('writes tables, pictures and a page, the same to the byte when it is repeated', async () => {
    const [a, b] = ['a', 'b'].map((name) => join(folder, name)) as [string, string];
    for (const out of [a, b]) {
      const all = ['--csv', '--events', '--sqlite', '--out', out];
      const { exit, err } = await run('simulate', SCENARIO, '--patients', '400', '--seed', '5', ...all);
      expect([exit, err]).toEqual([0, '']);
    }
    const files = filesOf(a).map((file) => file.slice(a.length + 1));
    expect(files).toEqual(
      expect.arrayContaining([
        ...['cohort.db', 'events/part-00000.parquet', 'figures.csv', 'manifest.json', 'report.html'],
        ...['patients/part-00000.csv', 'patients/part-00000.parquet', 'pictures/retention.svg'],
        ...['summary.json', 'weeks.csv', 'weeks.parquet'],
      ]),
    );
    for (const file of files)
      expect(readFileSync(join(b, file)).equals(readFileSync(join(a, file))), file).toBe(true);
    const rows = readFileSync(join(a, 'patients/part-00000.csv'), 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(401);
    expect(readFileSync(join(a, 'report.html'), 'utf8')).toContain('no patient of this report exists');
  });

  it('goes on from the last finished shard after Ctrl-C, to the same bytes on any number of threads', async () => {
    const args = ['simulate', SCENARIO, '--patients', '150000', '--set', 'drop-out=0.3'];
    const [whole, parts] = ['whole', 'parts'].map((name) => join(folder, name)) as [string, string];
    const { child, ended } = start(...args, '--threads', '1', '--out', parts);
    while (!existsSync(join(parts, 'unfinished.json')) && child.exitCode === null) await pause(5);
    child.kill('SIGINT');
    const stopped = await ended;
    expect(stopped.exit).toBe(130);
    expect(stopped.err).toMatch(/stopped after (50|100),000 of 150,000 patients; the same command goes on/);
    const rest = await run(...args, '--threads', '8', '--out', parts);
    expect(rest.err).toMatch(/going on after (50|100),000 patients/);
    expect((await run(...args, '--threads', '2', '--out', whole)).exit).toBe(0);
    expect(filesOf(parts).map((file) => file.slice(parts.length))).toEqual(
      filesOf(whole).map((file) => file.slice(whole.length)),
    );
    const parquet = [0, 1, 2].map((part) => `patients/part-0000${part}.parquet`);
    for (const file of ['summary.json', 'report.html', ...parquet])
      expect(readFileSync(join(parts, file)).equals(readFileSync(join(whole, file))), file).toBe(true);
  });

  it.each([
    [['simulate', SCENARIO, '--set', 'gate.moonlight=1'], 2, 'has a criterion moonlight'],
    [['simulate', SCENARIO, '--set', 'drop-out=7'], 2, 'is not allowed'],
    [['simulate', SCENARIO, '--patients', 'many'], 2, 'Write a whole number'],
    [['simulate', TARGETS], 4, 'targets.yaml:1:1 missing-key curriculum is missing here'],
    [['simulate', 'nowhere.yaml'], 5, 'nowhere.yaml'],
    [['sweep', SCENARIO, '--vary', 'drop-out=1:0'], 2, 'write values as'],
    [['compare', SCENARIO, SCENARIO, '--patients', '50', '--figures', 'happiness'], 2, 'no figure happiness'],
  ])('says what is wrong with %j', async (args, exit, message) => {
    const failed = await run(...(args as string[]));
    expect(failed.err).toContain(message);
    expect(failed.exit).toBe(exit);
  });
});

describe('the commands that simulate a scenario many times', () => {
  it('find no difference of a scenario to itself', async () => {
    const { out } = await run(
      'compare',
      SCENARIO,
      SCENARIO,
      '--patients',
      '200',
      '--replications',
      '3',
      '--json',
    );
    const { figures } = JSON.parse(out) as { figures: { difference: { value: number; low: number } }[] };
    expect(figures.length).toBeGreaterThan(3);
    for (const { difference } of figures) expect([difference.value, difference.low]).toEqual([0, 0]);
  });

  it('sweep a gate of the curriculum, and draw what comes of it', async () => {
    const out = join(folder, 'sweep');
    const vary = ['--vary', 'gate.meetings=6,12,24', '--figures', 'completed', '--replications', '2'];
    const { out: text, exit } = await run(
      'sweep',
      SCENARIO,
      '--patients',
      '400',
      ...vary,
      '--out',
      out,
      '--json',
    );
    expect(exit).toBe(0);
    const { points } = JSON.parse(text) as { points: { figures: { completed: { value: number } } }[] };
    const shares = points.map(({ figures }) => figures.completed.value);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares[0]).toBeGreaterThan(shares[2]! + 0.05);
    expect(existsSync(join(out, 'pictures/sweep-completed.svg'))).toBe(true);
  });

  it('tell which parameters move a figure', async () => {
    const { out } = await run(
      'sensitivity',
      SCENARIO,
      '--patients',
      '300',
      '--draws',
      '5',
      '--figures',
      'completed',
      '--json',
    );
    const { figures } = JSON.parse(out) as {
      figures: {
        bars: { parameter: string; atLow: number; atHigh: number }[];
        together: { low: number; high: number };
      }[];
    };
    const bar = figures[0]!.bars.find(({ parameter }) => parameter === 'drop-out')!;
    expect(bar.atLow).toBeGreaterThan(bar.atHigh);
    expect(figures[0]!.together.low).toBeLessThan(figures[0]!.together.high);
  });

  it('fit a scenario to published figures, and write it with its provenance', async () => {
    const [targets, fitted] = [join(folder, 'targets.yaml'), join(folder, 'fitted.yaml')];
    const two = ['terminated', 'transferred'].map(
      (end) => `  - { figure: discharged.${end}, value: 0.2, n: 200, source: made up }`,
    );
    writeFileSync(
      targets,
      `id: made-up\ntitle: Made up\nfit: [terminated, transferred]\ntargets:\n${two.join('\n')}\n`,
    );
    const { out, exit } = await run(
      ...['calibrate', SCENARIO, '--targets', targets, '--patients', '300', '--fitted', fitted, '--json'],
    );
    expect(exit).toBe(0);
    const fit = JSON.parse(out) as { verdict: string; parameters: { name: string; identifiable: boolean }[] };
    expect(fit.verdict).toBe('fits');
    expect(fit.parameters.map(({ name }) => name)).toEqual(['terminated', 'transferred']);
    expect(readFileSync(fitted, 'utf8')).toContain('fitted to made-up (300 patients, seed 11');
    const again = await run('simulate', fitted, '--patients', '300', '--json');
    expect(again.exit).toBe(0);
  });

  it('list what targets may name, and print the schema of their file', async () => {
    const listed = JSON.parse(
      (await run('calibrate', SCENARIO, '--list', '--patients', '200', '--json')).out,
    );
    expect(Object.keys(listed.figures)).toEqual(
      expect.arrayContaining(['completed', 'stay.discharged.median']),
    );
    expect(listed.parameters).toContainEqual({ name: 'terminated', value: 0.02, low: 0.001, high: 0.2 });
    const schema = JSON.parse((await run('schema', '--of', 'targets')).out);
    expect(schema.properties.targets.items.required).toEqual(['figure', 'value', 'source']);
    const neither = await run('calibrate', SCENARIO);
    expect([neither.exit, neither.err]).toEqual([2, expect.stringContaining('--list')]);
  });
});
