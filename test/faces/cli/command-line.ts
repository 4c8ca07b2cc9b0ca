import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMALL_PROGRAM } from './small-program.ts';

/** The entry point of the command line. */
export const MAIN = fileURLToPath(new URL('../../../src/faces/cli/main.ts', import.meta.url));

/** The variables of this process that a command gets, too: no others, so that no test depends on who runs it. */
const FROM_HERE = Object.fromEntries(
  ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/** What a run of the command line left behind. */
export type Run = { readonly exit: number | null; readonly out: string; readonly err: string };

/** A folder with a small curriculum, in which the real command line runs as a process of its own. */
export type Workplace = {
  readonly path: string;
  run(...args: readonly string[]): Promise<Run>;
  /** Runs with something on stdin, other variables, or options for Node before the entry point. */
  runWith(
    more: {
      readonly input?: string;
      readonly env?: Record<string, string>;
      readonly node?: readonly string[];
    },
    ...args: readonly string[]
  ): Promise<Run>;
  /** Writes a file into the folder and gives its name. */
  write(name: string, text: string | Uint8Array): string;
  remove(): void;
};

/** Makes a workplace; `program.yaml` is the curriculum in it, `clinic.db` the record that STEPWELL_DB names. */
export function openWorkplace(): Workplace {
  const path = mkdtempSync(join(tmpdir(), 'stepwell-cli-'));
  const write = (name: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
    return name;
  };
  write('program.yaml', SMALL_PROGRAM);
  const runWith: Workplace['runWith'] = ({ input = '', env = {}, node = [] }, ...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [...node, MAIN, ...args], {
        cwd: path,
        env: { ...FROM_HERE, STEPWELL_DB: 'clinic.db', STEPWELL_BY: 'kim', ...env },
      });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.on('error', reject);
      child.on('close', (exit) => resolve({ exit, out, err }));
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  return {
    path,
    run: (...args) => runWith({}, ...args),
    runWith,
    write,
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
