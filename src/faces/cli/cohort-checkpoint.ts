import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CohortTally, CohortTallyState } from '../../simulation/results/cohort-tally.ts';

type Saved = { readonly key: string; readonly done: number; readonly state: CohortTallyState };

const fileOf = (folder: string) => join(folder, 'unfinished.json');

/** Keeps how far a cohort has come, so that the same command goes on from its last finished shard. */
export function saveCheckpoint(folder: string, key: string, done: number, tally: CohortTally): void {
  const saved: Saved = { key, done, state: tally.state() };
  writeFileSync(`${fileOf(folder)}.new`, JSON.stringify(asLists(saved)));
  renameSync(`${fileOf(folder)}.new`, fileOf(folder));
}

/** JSON knows no typed arrays, and would make objects of them. A replacer would be called for each of their numbers, which took five times as long. */
function asLists(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  if (Array.isArray(value)) return value.map(asLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asLists(part)]));
}

/** Takes up a cohort that was stopped, if it is the same to the last number; gives how many patients are done. */
export function resumeCheckpoint(folder: string, key: string, tally: CohortTally): number {
  if (!existsSync(fileOf(folder))) return 0;
  const saved = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Saved;
  if (saved.key !== key) return 0;
  tally.restore(saved.state);
  return saved.done;
}

/** Forgets the checkpoint of a cohort that is complete. */
export function clearCheckpoint(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}
