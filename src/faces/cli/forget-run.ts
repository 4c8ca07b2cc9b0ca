import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { forgetParts } from './forget-parts.ts';

/** What a run writes at its end; a folder without them holds a run that is not complete. */
const AT_THE_END = ['manifest.json', 'inputs.json', 'summary.json', 'report.html', 'cohort.db'];

/** Takes the run away that a folder holds, so that none of its parts is read with those of the next one, which may have fewer. */
export function forgetRun(folder: string): void {
  for (const name of AT_THE_END) rmSync(join(folder, name), { force: true });
  forgetParts(folder, 'all');
}
