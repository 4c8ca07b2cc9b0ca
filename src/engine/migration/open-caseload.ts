import { type Course, isPathway } from '../../program/course.ts';
import type { MigrationParts } from './migration-parts.ts';

const PAGE = 200;

/**
 * The episodes of a version that had not ended when they were last written, by their ids. On a pathway a caseload row names the
 * curriculum of the present stage, so that the episodes themselves are asked.
 */
export async function openCaseload(
  { store, reader }: Pick<MigrationParts, 'store' | 'reader'>,
  course: Course,
): Promise<string[]> {
  const found: string[] = [];
  const curricula = new Set(course.stages.map(({ plan }) => plan.curriculum.id));
  for (let after: string | undefined; ; ) {
    const page = await store.caseload({
      ...(isPathway(course) ? {} : { curriculum: course.id }),
      open: true,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const row of page) {
      if (!isPathway(course)) {
        if (row.curriculumVersion === course.version) found.push(row.episode);
      } else if (curricula.has(row.curriculum)) {
        const episode = await reader.read(row.episode);
        const own = episode?.course;
        if (own?.id === course.id && own.version === course.version) found.push(row.episode);
      }
    }
    after = page.at(-1)?.episode;
    if (page.length < PAGE) return found;
  }
}
