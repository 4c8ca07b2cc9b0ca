import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice } from '../setup/notice.ts';
import { markedProgram } from './marked-results.ts';
import { type PackedPackage, packPackage } from './packed-package.ts';
import { runCommand } from './run-command.ts';

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

const MEANT = [
  /^bin\/stepwell\.js$/,
  /^dist\/([a-z0-9/-]+\.(js|d\.ts)|curricula\.pack\.json)$/,
  // What was joined for the command line: the name of a module, and a hash.
  /^dist\/cli\/[a-z0-9-]+-[\w-]{8}\.js$/,
  /^curricula\/[a-z0-9/-]+(\.yaml|\.schema\.json)$/,
  /^(LICENSE|README\.md|CHANGELOG\.md|package\.json)$/,
];

const PROGRAM = `
import { createMemoryEventStore, openEngine, StepwellError } from 'stepwell';
import { createEpisodeMachine } from 'stepwell/machine';
import { openSqliteStore } from 'stepwell/sqlite';
import { loadStudy, prepareKernel, simulateCohort } from 'stepwell/simulation';

const loaded = await loadStudy('scenario.yaml');
const cohort = simulateCohort(prepareKernel(loaded.study), { patients: 50, seed: 1 });
const engine = await openEngine({ file: 'clinic.db' });
const store = openSqliteStore({ file: 'other.db', create: true });
console.log(JSON.stringify([
  typeof engine.execute,
  typeof createMemoryEventStore().verify,
  typeof createEpisodeMachine,
  (await store.verify()).ok,
  StepwellError.name,
  cohort.all.patients,
]));
`;

const TYPED = `
import { type Engine, openEngine, type Status } from 'stepwell';
import type { EpisodeMachine } from 'stepwell/machine';
import { openSqliteStore, type SqliteStore } from 'stepwell/sqlite';
import { type Figures, prepareKernel, replicate, type Study } from 'stepwell/simulation';

export const figures = (study: Study): Figures[] => replicate(prepareKernel(study), { seed: 1, patients: 9 }, 2);
export async function status(episode: string): Promise<Status> {
  const engine: Engine = await openEngine({ file: 'clinic.db' });
  return engine.status(episode);
}
export const open = (file: string): SqliteStore => openSqliteStore({ file });
export type Machine = EpisodeMachine;
// @ts-expect-error A file is text.
await openEngine({ file: 1 });
`;

let packed: PackedPackage;
let consumer: string;
let installed = false;

beforeAll(() => {
  packed = packPackage();
  consumer = join(packed.folder, '..', 'consumer');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }\n');
  try {
    const parts = [
      'install',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      packed.tarball,
    ];
    runCommand(consumer, 'npm', parts);
    installed = true;
  } catch (failure) {
    if (!UNREACHABLE.test(String(failure))) throw failure;
    notice('NOTICE: the packed package was not installed, for the registry cannot be reached.');
  }
}, 300_000);
afterAll(() => packed?.remove());

describe('the tarball', () => {
  it('holds what an app needs and nothing else', () => {
    expect(packed.files.filter((file) => !MEANT.some((meant) => meant.test(file)))).toEqual([]);
    const needed = [
      'package.json',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'dist/index.js',
      'dist/index.d.ts',
    ];
    expect(packed.files).toEqual(
      expect.arrayContaining(needed.filter((file) => existsSync(file) || file[0] === 'd')),
    );
    expect(packed.files.some((file) => /^curricula\/.*\.yaml$/.test(file))).toBe(true);
  });

  it('has a command line of joined files that ask for no package but those the app is given', () => {
    const joined = packed.files.filter((file) => file.startsWith('dist/cli/'));
    expect(joined).toContain('dist/cli/main.js');
    const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const given = Object.keys({ ...dependencies, ...peerDependencies });
    const asked = joined.flatMap((file) =>
      [
        ...readFileSync(join(packed.folder, file), 'utf8').matchAll(
          /(?:from |import\()["']([@a-z][^"']*)["']/g,
        ),
      ].map(([, name = '']) => name),
    );
    const outside = asked.filter(
      (name) => !name.startsWith('node:') && !given.some((one) => `${name}/`.startsWith(`${one}/`)),
    );
    expect(asked).toContain('zod');
    expect(outside).toEqual([]);
  });

  it('has a command that says what to do where nothing is built yet', () => {
    const clone = join(packed.folder, '..', 'clone');
    mkdirSync(join(clone, 'bin'), { recursive: true });
    writeFileSync(join(clone, 'package.json'), '{ "type": "module" }\n');
    copyFileSync('bin/stepwell.js', join(clone, 'bin/stepwell.js'));
    const { status, stderr } = spawnSync(process.execPath, ['bin/stepwell.js', '--help'], {
      cwd: clone,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'stepwell: not built yet; run: npm run build\n',
    });
  });

  it('is without fault to publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: packed.folder, pack: 'npm', strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });
});

describe('the package, installed in an empty folder', () => {
  it('runs from each of its entry points, without any install script', ({ skip }) => {
    skip(!installed, 'the registry cannot be reached');
    writeFileSync(join(consumer, 'program.js'), PROGRAM);
    copyFileSync('examples/scenarios/matrix.yaml', join(consumer, 'scenario.yaml'));
    const found = JSON.parse(runCommand(consumer, process.execPath, ['program.js'])) as unknown;
    expect(found).toEqual(['function', 'function', 'function', true, 'StepwellError', 50]);
  });

  it('simulates on two threads from its command line, and lists its curricula', ({ skip }) => {
    skip(!installed, 'the registry cannot be reached');
    copyFileSync('examples/scenarios/matrix.yaml', join(consumer, 'scenario.yaml'));
    const stepwell = (...parts: string[]) =>
      runCommand(consumer, process.execPath, ['node_modules/stepwell/dist/cli/main.js', ...parts]);
    const cohort = ['--patients', '120000', '--threads', '2', '--json'];
    expect(JSON.parse(stepwell('simulate', 'scenario.yaml', ...cohort))).toMatchObject({
      patients: 120_000,
      execution: 'kernel',
    });
    expect(stepwell('curricula', '--json')).toContain('matrix-iop');
  });

  it('is typed for a strict program', ({ skip }) => {
    skip(!installed, 'the registry cannot be reached');
    writeFileSync(join(consumer, 'typed.ts'), TYPED);
    // The declarations of XState 5 do not hold under exactOptionalPropertyTypes, so that stays off.
    const strict = ['--strict', '--noEmit', '--skipLibCheck', 'false', '--types', ''];
    const target = ['--target', 'es2023', '--module', 'nodenext'];
    expect(runCommand(consumer, resolve('node_modules/.bin/tsc'), [...strict, ...target, 'typed.ts'])).toBe(
      '',
    );
  });

  it('does what the README promises', ({ skip }) => {
    skip(!installed, 'the registry cannot be reached');
    const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
    const [, example] = /```(?:ts|js)\n((?:(?!```).)*from 'stepwell'.*?)```/s.exec(readme) ?? [];
    skip(example === undefined, 'README.md has no example yet');
    const { code, promised } = markedProgram(example ?? '');
    writeFileSync(join(consumer, 'readme.ts'), code);
    const flag = '--experimental-strip-types';
    const flags = process.allowedNodeEnvironmentFlags.has(flag) ? [flag, '--no-warnings'] : [];
    const printed = runCommand(consumer, process.execPath, [...flags, 'readme.ts']).split('\n');
    const found = printed.filter((line) => line.startsWith('=> ')).map((line) => JSON.parse(line.slice(3)));
    expect(found).toMatchObject(promised.map((value) => ({ value })));
    expect(promised).not.toEqual([]);
  });
});
