import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from './run-command.ts';

const PARTS = [
  ...[
    'package.json',
    'rolldown.config.js',
    'tsconfig.json',
    'tsconfig.build.json',
    'bin',
    'src',
    'curricula',
  ],
  ...['LICENSE', 'README.md', 'CHANGELOG.md'],
];

/** The package as npm would publish it. */
export type PackedPackage = {
  /** The folder in which it was built, with its `dist` and the installed dependencies. */
  readonly folder: string;
  readonly tarball: string;
  /** What the tarball holds, sorted. */
  readonly files: readonly string[];
  readonly remove: () => void;
};

/** Builds and packs a copy of the repository, so that the `dist` of the repository is left alone. */
export function packPackage(): PackedPackage {
  const top = mkdtempSync(join(tmpdir(), 'stepwell-pack-'));
  const folder = join(top, 'package');
  mkdirSync(folder);
  for (const part of PARTS) if (existsSync(part)) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  runCommand(folder, 'npm', ['run', 'build']);
  const printed = runCommand(folder, 'npm', [
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    top,
  ]);
  const [packed] = JSON.parse(printed) as [{ filename: string; files: { path: string }[] }];
  return {
    folder,
    tarball: join(top, packed.filename),
    files: packed.files.map(({ path }) => path).sort(),
    remove: () => rmSync(top, { recursive: true, force: true }),
  };
}
