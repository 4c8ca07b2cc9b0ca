import type Database from 'better-sqlite3';

/** One condition of a query: its SQL with one `?`, and the value for it; left out where the value is undefined. */
export type Condition = readonly [sql: string, value: string | number | undefined];

/**
 * Makes a function that runs a SELECT with those conditions that have a value, and prepares each shape of it once.
 *
 * `limit` undefined means all rows.
 */
export function createQueryCache<Row>(
  db: Database.Database,
  select: string,
  order: string,
): (conditions: readonly Condition[], limit: number | undefined) => Row[] {
  const prepared = new Map<string, Database.Statement<unknown[], Row>>();
  return (conditions, limit) => {
    const asked = conditions.filter(([, value]) => value !== undefined);
    const where = asked.map(([sql]) => sql).join(' AND ');
    let statement = prepared.get(where);
    if (statement === undefined) {
      statement = db.prepare(`${select} ${where === '' ? '' : `WHERE ${where}`} ORDER BY ${order} LIMIT ?`);
      prepared.set(where, statement);
    }
    return statement.all(...asked.map(([, value]) => value), limit ?? -1);
  };
}
