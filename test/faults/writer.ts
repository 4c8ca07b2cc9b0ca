// Appends to a store for ever: node writer.ts FILE. It waits for a line on standard input before it opens the file, and
// writes a line to standard output for every append that the store acknowledged.
import { readSync, writeSync } from 'node:fs';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { samples } from '../engine/store-samples.ts';

const [file = ''] = process.argv.slice(2);
writeSync(1, 'ready\n');
readSync(0, Buffer.alloc(1));
const store = openSqliteStore({ file, create: true });
const pair = ['left', 'right'];
let version = (await store.read('left')).length;
for (let round = 1; ; round += 1) {
  const size = 1 + (round % 5);
  const key = `${process.pid}-${round}`;
  const events = Array.from({ length: size }, (_, at) => `{"at":${at},"key":"${key}","of":${size}}`);
  const writes = pair.map((episode) => {
    const caseload = samples.caseload(episode, { version: version + size });
    const snapshot = { planHash: key, body: `{"filler":"${'x'.repeat(2000)}"}` };
    const due = [samples.due(episode, `task/${round % 3}`, '2026-03-02', { title: key })];
    return samples.write(episode, version, { events, caseload, snapshot, due });
  });
  await store.append(writes, { key, fingerprint: key, answer: String(version) });
  version += size;
  writeSync(1, `${key} ${version}\n`);
}
