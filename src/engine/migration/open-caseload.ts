import type { EventStore } from '../event-store.ts';

const PAGE = 200;

/** The episodes of a curriculum's version that had not ended when they were last written, by their ids. */
export async function openCaseload(
  store: EventStore,
  curriculum: string,
  version: string,
): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await store.caseload({
      curriculum,
      open: true,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.filter((row) => row.curriculumVersion === version).map((row) => row.episode));
    after = page.at(-1)?.episode;
    if (page.length < PAGE) return found;
  }
}
