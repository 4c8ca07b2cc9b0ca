import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/**
 * Takes a folder for this process alone, and gives the function that leaves it. Fails with `folder-in-use` where another process writes into
 * it; what one left behind that was killed is taken over.
 */
export function takeFolder(folder: string): () => void {
  const file = join(folder, 'running');
  const leave = () => rmSync(file, { force: true });
  for (;;)
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return leave;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(file, 'utf8'));
      if (owner !== process.pid && isRunning(owner))
        throw new CliFailure(
          EXIT.conflict,
          'folder-in-use',
          `process ${owner} writes into ${folder}: give this run a folder of its own, or remove ${file} if that process is no run of stepwell`,
          { process: owner },
        );
      leave();
    }
}

function isRunning(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0) return false;
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
