import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { cellOf, type Table, type TableSink } from '../../simulation/tables/table.ts';
import { sqliteFailure } from './sqlite-failure.ts';

/**
 * Opens a new SQLite file for tables of results, which come in any order and several times with the same columns. It is no
 * record of a clinic: a file that exists is replaced. The table `about` says what each column holds.
 */
export function openCohortDatabase(path: string): TableSink {
  rmSync(path, { force: true });
  const db = new Database(path);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec('CREATE TABLE about (of TEXT NOT NULL, name TEXT NOT NULL, about TEXT NOT NULL) STRICT');
  const inserts = new Map<string, Database.Statement>();
  const create = (table: Table) => {
    const columns = table.columns.map(({ name, kind }) => `${quoted(name)} ${TYPES[kind]}`);
    db.exec(`CREATE TABLE ${quoted(table.name)} (${columns.join(', ')}) STRICT`);
    const about = db.prepare('INSERT INTO about (of, name, about) VALUES (?, ?, ?)');
    for (const column of table.columns) about.run(table.name, column.name, column.about);
    const names = table.columns.map(({ name }) => quoted(name)).join(', ');
    const places = table.columns.map(() => '?').join(', ');
    return db.prepare(`INSERT INTO ${quoted(table.name)} (${names}) VALUES (${places})`);
  };
  return {
    write(table) {
      const insert = inserts.get(table.name) ?? create(table);
      inserts.set(table.name, insert);
      try {
        db.transaction(() => {
          for (let row = 0; row < table.rows; row += 1)
            insert.run(table.columns.map((column) => cellOf(column, row)));
        })();
      } catch (error) {
        throw sqliteFailure(error);
      }
    },
    close: () => db.close(),
  };
}

const TYPES = { integer: 'INTEGER', number: 'REAL', text: 'TEXT' } as const;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
