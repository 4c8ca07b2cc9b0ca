/** Orders two texts by their UTF-8 bytes, as SQLite and PostgreSQL (collation C) do; JavaScript's own order differs above U+FFFF. */
export function compareBytes(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
