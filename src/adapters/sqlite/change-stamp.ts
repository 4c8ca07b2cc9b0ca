import type Database from 'better-sqlite3';

/** For how many milliseconds it is taken for granted that nobody else wrote, within one turn of the event loop. */
const TRUSTED = 2;

/** How often the stores of this process wrote. */
let writes = 0;

/** Says that a store of this process wrote, or tried to and met somebody else's writing: every stamp is another one from then on. */
export function noteWrite(): void {
  writes += 1;
}

/**
 * Makes a function that gives a number, another one once anything was written to the file by whomever. SQLite itself is asked once in a
 * turn of the event loop, and again after two milliseconds: what another process wrote can only be known to somebody who waited for it.
 */
export function createChangeStamp(db: Database.Database): () => number {
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  let stamp = 0;
  let seen: { readonly version: number | undefined; readonly writes: number } = {
    version: undefined,
    writes: -1,
  };
  let until = 0;
  const turn = () => {
    until = 0;
  };
  return () => {
    if (seen.writes === writes && performance.now() < until) return stamp;
    const found = version.get();
    if (found !== seen.version || seen.writes !== writes) stamp += 1;
    seen = { version: found, writes };
    if (until === 0) setImmediate(turn).unref();
    until = performance.now() + TRUSTED;
    return stamp;
  };
}
