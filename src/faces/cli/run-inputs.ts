import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Targets } from '../../simulation/calibration/targets.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { CliFailure } from './cli-failure.ts';
import type { ComparedSide } from './compared-side.ts';
import { EXIT } from './exit-codes.ts';
import { makeFolder } from './make-folder.ts';
import { studyIdentity, versionsUsed } from './study-manifest.ts';

/** The commands whose runs can be repeated from their folder. */
export type RepeatableCommand = 'simulate' | 'compare' | 'sweep' | 'sensitivity' | 'calibrate';

/** All that a run was made of: its scenarios with their curricula, with `--set` applied, and the options that bear on what it writes. */
export type RunInputs = {
  readonly command: RepeatableCommand;
  readonly studies: readonly Study[];
  /** Of a comparison with what a run wrote: both sides, with what was read of it. */
  readonly sides?: readonly [ComparedSide, ComparedSide];
  /** Of a fit: what it was fitted to, and the file of the scenario as it is found from the folder. */
  readonly targets?: Targets;
  readonly from?: string;
  readonly options: Readonly<Record<string, unknown>>;
};

/** Options that bear on where and how a run is told, and not on what comes of it; `set` is in the studies already. */
const LEFT_OUT = ['out', 'json', 'threads', 'curricula', 'set'];

/** Writes `inputs.json` into the folder of a run, from which `stepwell repeat` makes the run again. Gives back its text. */
export function writeInputs(
  folder: string,
  command: RepeatableCommand,
  studies: readonly Study[],
  options: object,
  more: Pick<RunInputs, 'sides' | 'targets' | 'from'> = {},
): string {
  const kept = Object.entries(options).filter(([name]) => !LEFT_OUT.includes(name));
  const inputs: RunInputs = {
    ...{ command, studies },
    ...more,
    options: Object.fromEntries(kept),
  };
  const text = `${JSON.stringify(inputs)}\n`;
  makeFolder(folder);
  writeFileSync(join(folder, 'inputs.json'), text);
  return text;
}

/** Reads what a run was made of. Fails where the folder holds none, or one that no run wrote. */
export function readInputs(folder: string): RunInputs {
  const file = join(folder, 'inputs.json');
  if (!existsSync(file))
    throw new CliFailure(
      EXIT.notFound,
      'not-found',
      `${folder} has no inputs.json that a run with --out wrote`,
    );
  const inputs = parsed(file) as Partial<RunInputs> | null;
  if (inputs === null || inputs.command === undefined || !Array.isArray(inputs.studies))
    throw new CliFailure(EXIT.invalidFile, 'invalid-file', `${file} is no file that a run with --out wrote`);
  return inputs as RunInputs;
}

/** Writes `summary.json` and `manifest.json` of a run of several points, with `inputs.json`, so that it can be repeated to the byte. */
export function writeExperiment(folder: string, inputs: RunInputs, summary: unknown): void {
  const { command, studies, options, ...more } = inputs;
  const told = writeInputs(folder, command, studies, options, more);
  const text = `${JSON.stringify(summary, null, 2)}\n`;
  const hash = (content: string) => createHash('sha256').update(content).digest('hex');
  const manifest = {
    ...{ format: 1, command: inputs.command },
    studies: inputs.studies.map(studyIdentity),
    options: Object.fromEntries(Object.entries(inputs.options).filter(([name]) => !LEFT_OUT.includes(name))),
    versions: versionsUsed(),
    sha256: { 'inputs.json': hash(told), 'summary.json': hash(text) },
    repeat: 'stepwell repeat <this folder>',
  };
  writeFileSync(join(folder, 'summary.json'), text);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
