import Database from 'better-sqlite3';
import type { ChainedEvent } from '../../../src/engine/chained-event.ts';
import type { OutsideHead } from '../../../src/engine/outside-head.ts';

/**
 * Puts other events into a file as a person with the file and time to spare could: takes the triggers away, rewrites the
 * rows, and puts the triggers back so that nothing else looks different.
 */
export function tamperWithFile(
  file: string,
  change: (events: ChainedEvent[]) => { readonly events: ChainedEvent[]; readonly head?: OutsideHead },
): void {
  const db = new Database(file);
  try {
    const triggers = db
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
      )
      .all();
    const stored = db
      .prepare<[], ChainedEvent>(
        `SELECT position, episode, version, recorded_at AS recordedAt, digest, hash, head, salt, body
         FROM event ORDER BY position`,
      )
      .all();
    const { events, head } = change(stored);
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    db.exec('DELETE FROM event');
    const insert = db.prepare(
      `INSERT INTO event (position, episode, version, recorded_at, digest, hash, head, salt, body)
       VALUES (@position, @episode, @version, @recordedAt, @digest, @hash, @head, @salt, @body)`,
    );
    for (const event of events) insert.run(event);
    if (head !== undefined) db.prepare('UPDATE head SET count = @count, head = @head').run(head);
    for (const { sql } of triggers) db.exec(sql);
  } finally {
    db.close();
  }
}
