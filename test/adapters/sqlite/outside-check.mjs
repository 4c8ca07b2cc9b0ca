// Checks the hash chain of a Stepwell file without any of Stepwell's code: node outside-check.mjs FILE [COUNT HEAD]
// The algorithm is written down in src/engine/hash-chain.ts. It prints the count and the head, or the first position that fails.
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const zeros = '0'.repeat(64);
const [file, outsideCount, outsideHead] = process.argv.slice(2);
const db = new Database(file, { readonly: true });
const last = new Map();
let head = zeros;
let position = 0;

const fail = (what) => {
  console.log(`position ${position}: ${what}`);
  process.exit(1);
};

for (const row of db.prepare('SELECT * FROM event ORDER BY position').iterate()) {
  position += 1;
  if (row.position !== position) fail('missing');
  const before = last.get(row.episode) ?? { version: 0, hash: zeros };
  if (row.version !== before.version + 1) fail('not the next of its episode');
  if (row.body === null ? row.salt !== null : sha256(row.salt + row.body) !== row.digest) fail('body');
  const parts = [row.digest, row.episode, before.hash, row.recorded_at, row.version].map((part) =>
    JSON.stringify(part),
  );
  const names = ['digest', 'episode', 'previous', 'recordedAt', 'version'];
  if (sha256(`{${names.map((name, at) => `"${name}":${parts[at]}`).join(',')}}`) !== row.hash) fail('hash');
  head = sha256(`${head}${row.hash}${position}`);
  if (row.head !== head) fail('head');
  if (position === Number(outsideCount) && head !== outsideHead) fail('not the head kept outside');
  last.set(row.episode, { version: row.version, hash: row.hash });
}
const stored = db.prepare('SELECT count, head FROM head').get();
if (stored.count !== position || stored.head !== head) fail('the end is not where the head row says');
if (Number(outsideCount ?? 0) > position) fail('fewer events than were kept outside');
console.log(`${position} ${head}`);
