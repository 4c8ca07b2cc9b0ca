import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice } from '../setup/notice.ts';
import { type PackedPackage, packPackage } from './packed-package.ts';

const old = oldNode();
if (old === undefined) notice('NOTICE: this machine has no Node older than 22.14 to try the package on.');

let packed: PackedPackage;

describe.skipIf(old === undefined)('a Node that is too old', () => {
  beforeAll(() => {
    packed = packPackage();
  }, 300_000);
  afterAll(() => packed?.remove());

  it.each(['stepwell', 'stepwell/sqlite'])('is told so by an import of %s', (name) => {
    const program = `import(${JSON.stringify(name)}).catch((error) => { console.error(error.code); process.exitCode = 1; });`;
    expect(runOld(['--input-type=module', '--eval', program])).toEqual({
      status: 1,
      stderr: ['unsupported-node'],
    });
  });

  it('is told so by the command line, in one line', ({ skip }) => {
    skip(!existsSync(join(packed.folder, 'dist/cli/main.js')), 'there is no command line yet');
    const { status, stderr } = runOld(['bin/stepwell.js', '--version']);
    expect(stderr).toEqual([
      expect.stringMatching(/^stepwell.* needs Node 22\.14 or newer; this is Node \d+/),
    ]);
    expect(status).toBeGreaterThan(0);
  });
});

function runOld(parts: readonly string[]): { status: number | null; stderr: string[] } {
  const { status, stderr } = spawnSync(old ?? '', parts, { cwd: packed.folder, encoding: 'utf8' });
  return { status, stderr: stderr.trim().split('\n') };
}

/** The first Node of the machine's own, when the package does not support it. */
function oldNode(): string | undefined {
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  const node = folders.map((folder) => join(folder, 'node')).find((file) => existsSync(file));
  if (node === undefined) return undefined;
  const printed = execFileSync(node, ['--version'], { encoding: 'utf8' });
  const [major = 0, minor = 0] = printed.replace('v', '').split('.').map(Number);
  return major < 22 || (major === 22 && minor < 14) ? node : undefined;
}
