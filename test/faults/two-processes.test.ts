import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { temporaryFolder } from '../adapters/sqlite/temporary-folder.ts';

const TIMES = 300;

describe('several processes on one file', () => {
  it('all go on, from the making of the file to the last event, and nothing is lost', async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'clinic.db');
    const script = join(import.meta.dirname, 'counter.ts');
    const names = ['one', 'two', 'three'];
    const codes = await Promise.all(
      names.map(async (name) => {
        const child = spawn(process.execPath, [script, file, String(TIMES), name], { stdio: 'inherit' });
        return (await once(child, 'exit'))[0];
      }),
    );
    expect(codes).toEqual([0, 0, 0]);
    const store = openSqliteStore({ file });
    expect(await store.verify()).toMatchObject({ ok: true, episodes: 3, events: names.length * TIMES });
    const events = (await store.readAll(0, 10_000)).map((event) => JSON.parse(event.body ?? '{}'));
    for (const name of names) {
      const done = events.filter((event) => event.by === name).map((event) => event.done);
      expect(done).toEqual(Array.from({ length: TIMES }, (_, at) => at));
    }
    const runs = events.filter((event, at) => event.by !== events[at - 1]?.by).length;
    // How finely they interleave is the system's affair; each had its turn.
    expect(runs).toBeGreaterThanOrEqual(names.length);
    await store.close();
    folder.remove();
  });
});
