import type { Clinic } from '../http/clinic.ts';
import { findCurriculum } from '../http/find-curriculum.ts';
import { plainWords } from './plain-words.ts';

/** The names of a program for people: its title, and its phases in their order. */
export type ProgramWords = {
  readonly title: string;
  readonly phases: readonly string[];
  /** The title of a phase; its id as words where the program does not have it. */
  phase(id: string): string;
};

/** The names of a curriculum as it is kept; those of its ids where it is not found. */
export async function programWords(clinic: Clinic, id: string, version?: string): Promise<ProgramWords> {
  const found = await findCurriculum(clinic, id, version).catch(() => null);
  const titles = new Map((found?.phases ?? []).map((phase) => [phase.id as string, phase.title]));
  return {
    title: found?.title ?? plainWords(id),
    phases: [...titles.keys()],
    phase: (phase) => titles.get(phase) ?? plainWords(phase),
  };
}
