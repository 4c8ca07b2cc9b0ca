import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { type ChainSource, createChainVerifier } from '../../engine/chain-verifier.ts';
import type { ChainedEvent } from '../../engine/chained-event.ts';
import type { Erasure } from '../../engine/erasure.ts';
import type { Verification } from '../../engine/event-store.ts';
import type { OutsideHead } from '../../engine/outside-head.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { expectedSchema, schemaOf } from './expected-schema.ts';
import { sqliteFailure } from './sqlite-failure.ts';

const CHUNK = 500;

/**
 * Checks a file as `EventStore.verify` says: first its pages and tables, then the chain, event by event.
 *
 * `connect` gives a connection of its own, which is closed in the end: one read transaction holds the log still while
 * others go on writing. Events come in chunks, so memory does not grow with the log, and the process can do other
 * work between them. A damaged file gives `damaged`; only what is no damage throws (`store-busy`).
 */
export async function verifyDatabase(
  connect: () => Database.Database,
  outside?: OutsideHead,
): Promise<Verification> {
  let db: Database.Database | undefined;
  const reached = { count: 0 };
  try {
    db = connect();
    db.exec('BEGIN');
    return pageDamage(db) ?? (await walk(db, outside, reached));
  } catch (failure) {
    const known = sqliteFailure(failure);
    if (known instanceof StepwellError && passing(known)) throw known;
    const message = known instanceof StepwellError ? known.message : 'The file cannot be read to its end.';
    return damaged(reached.count, message);
  } finally {
    db?.close();
  }
}

/** Failures that say nothing about the file. */
function passing(failure: StepwellError): boolean {
  return failure.code === 'store-busy' || failure.details['sqlite'] === 'SQLITE_CANTOPEN';
}

function damaged(events: number, message: string): Verification {
  const problem = { code: 'damaged', episode: null, version: null, position: null, message } as const;
  return { ok: false, events, problem };
}

function pageDamage(db: Database.Database): Verification | null {
  if (endsInsideAPage(db)) return damaged(0, 'The file was cut short: it ends inside a page.');
  const found = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().get();
  if (found !== 'ok') return damaged(0, `The pages of the file are damaged: ${found?.split('\n').at(-1)}.`);
  if (schemaOf(db) === expectedSchema()) return null;
  return damaged(0, 'The tables or triggers of the file are not those of this release.');
}

/** Whether the last page of a file is not whole, with no write-ahead log that could complete it. SQLite reads such a page as zeros. */
function endsInsideAPage(db: Database.Database): boolean {
  const size = statSync(db.name, { throwIfNoEntry: false })?.size ?? 0;
  const log = statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return log === 0 && size % Number(db.pragma('page_size', { simple: true })) !== 0;
}

async function walk(
  db: Database.Database,
  outside: OutsideHead | undefined,
  reached: { count: number },
): Promise<Verification> {
  const verifier = createChainVerifier(chainSource(db), outside);
  const chunk = db.prepare<[number, number], ChainedEvent>(
    `SELECT position, episode, version, recorded_at AS recordedAt, digest, hash, head, salt, body
     FROM event WHERE position > ? ORDER BY position LIMIT ?`,
  );
  const failed = (problem: ReturnType<typeof verifier.finish>): Verification | null =>
    problem === null ? null : { ok: false, events: reached.count, problem };
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const events = chunk.all(after, CHUNK);
    for (const event of events) {
      const problem = verifier.take(event);
      reached.count = verifier.reached().count;
      if (problem !== null) return { ok: false, events: reached.count, problem };
    }
    after = events.at(-1)?.position ?? after;
    if (events.length < CHUNK) break;
    await setImmediate();
  }
  const stored = db.prepare<[], OutsideHead>('SELECT count, head FROM head').get() ?? null;
  const problem = failed(verifier.finish(stored));
  if (problem !== null) return problem;
  const episodes =
    db
      .prepare<[], number>("SELECT count(*) FROM event WHERE version = 1 AND instr(episode, ':') = 0")
      .pluck()
      .get() ?? 0;
  return { ok: true, episodes, events: reached.count, head: verifier.reached().head };
}

function chainSource(db: Database.Database): ChainSource {
  const at = db.prepare<[string, number], Pick<ChainedEvent, 'position' | 'hash' | 'body'>>(
    'SELECT position, hash, body FROM event WHERE episode = ? AND version = ?',
  );
  const erasure = db.prepare<[string, number], Erasure>(
    `SELECT episode, version, recorded_at AS recordedAt, by, reason FROM erasure
     WHERE episode = ? AND version > ? ORDER BY version LIMIT 1`,
  );
  return {
    at: (episode, version) => at.get(episode, version) ?? null,
    erasureAfter: (episode, version) => erasure.get(episode, version) ?? null,
  };
}
