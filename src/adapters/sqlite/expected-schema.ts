import Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations.ts';

/** The tables, indexes and triggers of a file as one text, so that a trigger taken away or a table altered is noticed. */
export function schemaOf(db: Database.Database): string {
  const rows = db
    .prepare<[], { type: string; name: string; sql: string | null }>(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all();
  return JSON.stringify(rows.map(({ type, name, sql }) => [type, name, sql]));
}

/** What `schemaOf` gives for a store of this release. */
export function expectedSchema(): string {
  const empty = new Database(':memory:');
  try {
    for (const step of MIGRATIONS) empty.exec(step);
    return schemaOf(empty);
  } finally {
    empty.close();
  }
}
