import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import type { EventStore } from '../../src/engine/event-store.ts';
import { temporaryFolder } from '../adapters/sqlite/temporary-folder.ts';
import { samples } from '../engine/store-samples.ts';

const note = (at: number) => `{"at":${at},"text":"${'x'.repeat(1500)}"}`;

/** Appends until the store says that it is full, and gives how many appends it acknowledged. */
async function fill(store: EventStore): Promise<number> {
  for (let version = (await store.read('a')).length; ; version += 1) {
    const caseload = samples.caseload('a', { version: version + 1 });
    const snapshot = { planHash: String(version + 1), body: note(version) };
    try {
      await store.append([samples.write('a', version, { events: [note(version)], caseload, snapshot })]);
    } catch (failure) {
      expect(failure).toMatchObject({ code: 'store-full' });
      return version;
    }
    expect(version).toBeLessThan(20_000);
  }
}

/** A full store still reads, still verifies, still says that it is full, and holds exactly what it acknowledged. */
async function expectWhole(store: EventStore, acknowledged: number): Promise<void> {
  const events = await store.read('a');
  expect(events.map((event) => event.body)).toEqual(
    Array.from({ length: acknowledged }, (_, at) => note(at)),
  );
  expect(await store.snapshot('a')).toMatchObject({ version: acknowledged, planHash: String(acknowledged) });
  expect(await store.caseload({})).toMatchObject([{ version: acknowledged }]);
  expect(await store.verify()).toMatchObject({ ok: true, events: acknowledged });
}

describe('a full disk', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('as a quota gives store-full, and the store goes on when the quota is raised', async () => {
    const file = join(folder.path, 'clinic.db');
    const store = openSqliteStore({ file, create: true, quota: 1_000_000 });
    const acknowledged = await fill(store);
    expect(acknowledged).toBeGreaterThan(100);
    await expectWhole(store, acknowledged);
    expect(await fill(store)).toBe(acknowledged);
    const roomy = openSqliteStore({ file, quota: 2_000_000 });
    const more = await fill(roomy);
    expect(more).toBeGreaterThan(acknowledged + 100);
    await expectWhole(roomy, more);
    await roomy.close();
    await store.close();
  });

  const mounted =
    (work: (path: string) => Promise<void>) => async (context: { skip(note: string): void }) => {
      const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
      if (!mount('-t', 'tmpfs', '-o', 'size=4m', 'stepwell-test', folder.path)) {
        return context.skip('a small file system can only be mounted by root on Linux');
      }
      try {
        await work(folder.path);
      } finally {
        spawnSync('umount', ['-l', folder.path]);
      }
    };

  it(
    'gives store-full, reads go on, and the store goes on by itself when there is room again',
    mounted(async (path) => {
      const reserve = join(path, 'reserve');
      writeFileSync(reserve, Buffer.alloc(1_000_000));
      const store = openSqliteStore({ file: join(path, 'clinic.db'), create: true });
      const acknowledged = await fill(store);
      expect(acknowledged).toBeGreaterThan(100);
      await expectWhole(store, acknowledged);
      expect(await fill(store)).toBe(acknowledged);
      rmSync(reserve);
      const more = await fill(store);
      expect(more).toBeGreaterThan(acknowledged);
      await expectWhole(store, more);
      await store.close();
      const again = openSqliteStore({ file: join(path, 'clinic.db'), readOnly: true });
      await expectWhole(again, more);
      await again.close();
    }),
  );

  it(
    'gives store-full where not even an empty store has room, and leaves no half-made one in the way',
    mounted(async (path) => {
      const file = join(path, 'clinic.db');
      for (const left of [0, 4096, 16_384, 40_960, 65_536, 131_072]) {
        const { bavail, bsize } = statfsSync(path);
        writeFileSync(join(path, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
        try {
          await openSqliteStore({ file, create: true }).close();
        } catch (failure) {
          expect(failure).toMatchObject({ code: 'store-full' });
        }
        rmSync(join(path, 'filler'));
        const store = openSqliteStore({ file, create: true });
        expect(await store.verify()).toMatchObject({ ok: true });
        await store.close();
        for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      }
    }),
  );
});
