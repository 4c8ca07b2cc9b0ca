import { fileURLToPath } from 'node:url';
import { loadCurriculumFile } from '../../src/adapters/yaml/load-curriculum-file.ts';
import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import { publishedCalendar } from '../../src/curriculum/published-calendar.ts';

const FOLDER = fileURLToPath(new URL('../../curricula', import.meta.url));

/** A curriculum of the library by its file name below `curricula/`; fails where the loader has anything to say about it. */
export function readCurriculum(name: string): Curriculum {
  const loaded = loadCurriculumFile(`${FOLDER}/${name}.yaml`, { folders: [FOLDER] });
  const said = loaded.issues.map(
    (issue) => `${issue.file}:${issue.line}:${issue.column} ${issue.code} ${issue.message}`,
  );
  if (!loaded.ok || said.length > 0) throw new Error(said.join('\n'));
  return loaded.curriculum;
}

/** How many dated sessions the published calendar of a curriculum has, by track. */
export function countByTrack(curriculum: Curriculum, start = '2026-01-05'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { track } of publishedCalendar(curriculum, start)) counts[track] = (counts[track] ?? 0) + 1;
  return counts;
}

/** The minutes of meetings that the published calendar of a curriculum has in one week. */
export function minutesInWeek(curriculum: Curriculum, week: number, tracks?: readonly string[]): number {
  return publishedCalendar(curriculum, '2026-01-05')
    .filter((row) => row.week === week && (tracks === undefined || tracks.includes(row.track)))
    .reduce((sum, row) => sum + row.minutes, 0);
}
