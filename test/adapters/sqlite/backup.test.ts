import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import type { SqliteStore } from '../../../src/adapters/sqlite/sqlite-store.ts';
import { samples } from '../../engine/store-samples.ts';
import { tamperWithFile } from './tamper-with-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { write } = samples;

describe('backup', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let copy: string;
  let store: SqliteStore;
  beforeEach(async () => {
    folder = temporaryFolder();
    file = join(folder.path, 'clinic.db');
    copy = join(folder.path, 'copy.db');
    store = openSqliteStore({ file, create: true });
    await store.append([write('a', 0, { caseload: samples.caseload('a') })]);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  it('makes a store that opens, verifies and goes on from there', async () => {
    const head = await store.backup(copy);
    expect(head).toEqual(await store.outsideHead());
    await store.append([write('a', 1)]);
    const restored = openSqliteStore({ file: copy });
    expect(await restored.verify(head)).toMatchObject({ ok: true, events: 1 });
    expect(await restored.caseload({})).toEqual(await store.caseload({}));
    await restored.append([write('a', 1)]);
    await restored.close();
  });

  it('goes on while others write', async () => {
    const backing = store.backup(copy);
    for (let version = 1; version < 20; version += 1) await store.append([write('a', version)]);
    const head = await backing;
    expect(await store.verify(head)).toMatchObject({ ok: true, events: 20 });
    const restored = openSqliteStore({ file: copy, readOnly: true });
    expect(await restored.verify()).toMatchObject({ ok: true, events: head.count });
    await restored.close();
  });

  it('never overwrites a file, and leaves nothing else behind', async () => {
    writeFileSync(copy, '');
    await expect(store.backup(copy)).rejects.toMatchObject({ code: 'file-exists' });
    await expect(store.backup(file)).rejects.toMatchObject({ code: 'file-exists' });
    await expect(store.backup(join(folder.path, 'no', 'folder.db'))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    const found = readdirSync(folder.path).filter((name) => !name.startsWith('clinic.db'));
    expect(found).toEqual(['copy.db']);
  });

  it('refuses to pass off a record that does not verify as a backup', async () => {
    tamperWithFile(file, (events) => ({ events: [{ ...events[0]!, body: '{}' }] }));
    await expect(store.backup(copy)).rejects.toMatchObject({ code: 'corrupt-record' });
    expect(existsSync(copy)).toBe(false);
  });

  it('can be made by a store that is open for reading only', async () => {
    const reader = openSqliteStore({ file, readOnly: true });
    expect(await reader.backup(copy)).toMatchObject({ count: 1 });
    await reader.close();
  });
});
