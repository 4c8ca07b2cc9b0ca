import type { Curriculum } from '../curriculum/curriculum.ts';
import type { PathwayDocument } from '../curriculum/pathway/pathway-document.ts';

/** Where curricula come from when a patient is admitted: files, a folder, a list. */
export type CurriculumLibrary = {
  /** The newest version, or the one named; null where there is none. */
  find(id: string, version?: string): Promise<Curriculum | null>;
  list(): Promise<readonly { readonly id: string; readonly version: string; readonly title: string }[]>;
  /** A pathway with the curricula of its stages, the newest version or the one named; null where there is none. */
  findPathway?(id: string, version?: string): Promise<PathwayDocument | null>;
  listPathways?(): Promise<
    readonly { readonly id: string; readonly version: string; readonly title: string }[]
  >;
};

/** A library of curricula that are in memory already. Where an id has several versions, the last in the list counts as the newest. */
export function createCurriculumLibrary(
  curricula: readonly Curriculum[],
  pathways: readonly PathwayDocument[] = [],
): CurriculumLibrary {
  return {
    find: async (id, version) =>
      curricula.findLast((c) => c.id === id && (version === undefined || c.version === version)) ?? null,
    list: async () => curricula.map(({ id, version, title }) => ({ id, version, title })),
    findPathway: async (id, version) =>
      pathways.findLast(
        ({ pathway }) => pathway.id === id && (version === undefined || pathway.version === version),
      ) ?? null,
    listPathways: async () => pathways.map(({ pathway: { id, version, title } }) => ({ id, version, title })),
  };
}
