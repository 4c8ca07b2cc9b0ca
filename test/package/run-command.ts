import { spawnSync } from 'node:child_process';

/** Runs a command in a folder and gives what it printed; throws with all that it printed where it fails. */
export function runCommand(folder: string, command: string, parts: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, parts, { cwd: folder, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${parts.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
