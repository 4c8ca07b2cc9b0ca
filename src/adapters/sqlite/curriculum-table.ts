import type Database from 'better-sqlite3';
import type { StoredCurriculum } from '../../engine/event-store.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';

/** The table of published curricula; a published one never changes. */
export type CurriculumTable = {
  read(id: string, version: string): StoredCurriculum | null;
  list(): Omit<StoredCurriculum, 'body'>[];
  /** Keeps a curriculum; the same content again changes nothing. Throws `curriculum-changed`. */
  publish(curriculum: StoredCurriculum, publishedAt: string): void;
};

/** Prepares the statements on the table `curriculum`. */
export function prepareCurriculumTable(db: Database.Database): CurriculumTable {
  const read = db.prepare<[string, string], StoredCurriculum>(
    'SELECT id, version, hash, body FROM curriculum WHERE id = ? AND version = ?',
  );
  const list = db.prepare<[], Omit<StoredCurriculum, 'body'>>(
    'SELECT id, version, hash FROM curriculum ORDER BY id, version',
  );
  const insert = db.prepare(
    'INSERT INTO curriculum (id, version, hash, body, published_at) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    read: (id, version) => read.get(id, version) ?? null,
    list: () => list.all(),
    publish: ({ id, version, hash, body }, publishedAt) => {
      const kept = read.get(id, version);
      if (kept === undefined) insert.run(id, version, hash, body, publishedAt);
      else if (kept.hash !== hash) {
        const message = `Curriculum ${id} ${version} is published with other content.`;
        throw new StepwellError('curriculum-changed', message, { id, version });
      }
    },
  };
}
