import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { type RunInputs, readInputs } from './run-inputs.ts';
import { print, printJson, withoutAnswers } from './screen.ts';

/** Options of `stepwell repeat`. */
export type RepeatOptions = { readonly out?: string; readonly threads?: number; readonly json?: boolean };

/** Runs `stepwell repeat`: makes a run again from its folder, and fails where a file is not the same to the byte. */
export async function runRepeat(folder: string, options: RepeatOptions): Promise<void> {
  const inputs = readInputs(folder);
  const out = options.out ?? mkdtempSync(join(tmpdir(), 'stepwell-repeat-'));
  try {
    const threads = options.threads ? { threads: options.threads } : {};
    await withoutAnswers(() => again(folder, inputs, { ...inputs.options, out, ...threads }));
    const files = filesIn(folder);
    const differ = files.filter((file) => !sameBytes(join(folder, file), join(out, file)));
    if (differ.length > 0)
      throw new CliFailure(
        EXIT.refused,
        'not-the-same',
        `${differ.join(', ')} came out differently: the run was made with other versions, or changed afterwards`,
        { differ },
      );
    if (options.json) printJson({ folder, same: true, files });
    else
      print(
        `The run was repeated from ${join(folder, 'inputs.json')}: ${files.length} files are the same to the byte.`,
      );
  } finally {
    if (options.out === undefined) rmSync(out, { recursive: true, force: true });
  }
}

async function again(
  folder: string,
  { command, studies, sides, targets, from }: RunInputs,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  const [study] = studies;
  if (command === 'simulate') return (await import('./run-simulate.ts')).simulateStudy(study!, options);
  if (sides !== undefined) return (await import('./compare-beside.ts')).compareBeside(sides, options);
  if (command === 'compare') return (await import('./run-compare.ts')).compareTwo(studies, options);
  if (command === 'sweep') return (await import('./run-sweep.ts')).sweepOf(study!, options);
  if (command === 'calibrate') {
    const { calibrateStudy } = await import('./run-calibrate.ts');
    const place = () => join(folder, 'inputs.json');
    const lies = resolve(folder);
    const study = studies[0]!;
    return calibrateStudy({ study, targets: targets!, from: resolve(folder, from!), place, lies }, options);
  }
  return (await import('./run-sensitivity.ts')).sensitivityOf(study!, options);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function sameBytes(a: string, b: string): boolean {
  try {
    return readFileSync(a).equals(readFileSync(b));
  } catch {
    return false;
  }
}
