import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/**
 * Makes a folder with those above it, if need be. Fails where that is not possible. Each is made by itself: `recursive` of Node
 * tries for ever where a system says of a folder that it is not there and may not be made, as under /proc.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  let at = resolve(folder);
  while (statSync(at, { throwIfNoEntry: false }) === undefined && dirname(at) !== at) {
    missing.unshift(at);
    at = dirname(at);
  }
  try {
    if (missing.length === 0) mkdirSync(at, { recursive: true });
    for (const one of missing) mkdirSync(one);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new CliFailure(EXIT.usage, 'usage', `the folder ${folder} cannot be made (${code})`);
  }
}
