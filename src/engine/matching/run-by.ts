import type { Curriculum } from '../../curriculum/curriculum.ts';
import { known } from '../../curriculum/intake/known.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';

/** A curriculum that a program says it runs; null where nobody has it at hand. */
export type Run = { readonly id: string; readonly curriculum: Curriculum | null };

/** An entry with the curricula it runs; complete where it names them and all are at hand. */
export type RunBy = {
  readonly entry: ProgramEntry;
  readonly runs: readonly Run[];
  readonly complete: boolean;
};

/** Looks up the curricula of an entry; of several versions the last counts as the newest. Pure. */
export function curriculaRun(entry: ProgramEntry, curricula: readonly Curriculum[]): RunBy {
  const named = known(entry.curricula);
  const runs = [...new Set(named ?? [])].map((id) => ({
    id,
    curriculum: curricula.findLast((one) => one.id === id) ?? null,
  }));
  return { entry, runs, complete: named !== null && runs.every(({ curriculum }) => curriculum !== null) };
}
