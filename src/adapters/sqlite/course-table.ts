import type Database from 'better-sqlite3';
import type { EpisodeCourse } from '../../engine/census/episode-course.ts';

/** The table of courses, one for each episode: what a census is counted from; a cache. */
export type CourseTable = {
  list(site: string | undefined): EpisodeCourse[];
  read(episode: string): EpisodeCourse | null;
  write(course: EpisodeCourse): void;
  delete(episode: string): void;
};

/** Prepares the statements on the table `course`. */
export function prepareCourseTable(db: Database.Database): CourseTable {
  const all = db.prepare<[], string>('SELECT body FROM course ORDER BY episode').pluck();
  const ofSite = db
    .prepare<[string], string>('SELECT body FROM course WHERE site = ? ORDER BY episode')
    .pluck();
  const read = db.prepare<[string], string>('SELECT body FROM course WHERE episode = ?').pluck();
  const write = db.prepare('INSERT OR REPLACE INTO course (episode, site, body) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM course WHERE episode = ?');
  return {
    list: (site) =>
      (site === undefined ? all.all() : ofSite.all(site)).map((body) => JSON.parse(body) as EpisodeCourse),
    read: (episode) => {
      const body = read.get(episode);
      return body === undefined ? null : (JSON.parse(body) as EpisodeCourse);
    },
    write: (course) => {
      const body = JSON.stringify(course);
      // Most writes leave it as it is: it changes with a phase, a level, a leave or an end.
      if (read.get(course.episode) !== body) write.run(course.episode, course.site, body);
    },
    delete: (episode) => void remove.run(episode),
  };
}
