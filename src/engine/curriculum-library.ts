import type { Curriculum } from '../curriculum/curriculum.ts';

/** Where curricula come from when a patient is admitted: files, a folder, a list. */
export type CurriculumLibrary = {
  /** The newest version, or the one named; null where there is none. */
  find(id: string, version?: string): Promise<Curriculum | null>;
  list(): Promise<readonly { readonly id: string; readonly version: string; readonly title: string }[]>;
};

/** A library of curricula that are in memory already. Where an id has several versions, the last in the list counts as the newest. */
export function createCurriculumLibrary(curricula: readonly Curriculum[]): CurriculumLibrary {
  return {
    find: async (id, version) =>
      curricula.findLast((c) => c.id === id && (version === undefined || c.version === version)) ?? null,
    list: async () => curricula.map(({ id, version, title }) => ({ id, version, title })),
  };
}
