import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore, type SqliteOptions } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { temporaryFolder } from '../adapters/sqlite/temporary-folder.ts';
import { samples } from '../engine/store-samples.ts';

describe('opening', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'clinic.db');
  });
  afterEach(() => folder.remove());

  const codeOf = (options: Partial<SqliteOptions> = {}) => {
    try {
      void openSqliteStore({ file, ...options }).close();
      return 'opened';
    } catch (failure) {
      return (failure as { code?: string }).code;
    }
  };
  const fresh = async () => {
    const store = openSqliteStore({ file, create: true });
    await store.append([samples.write('a', 0)]);
    await store.close();
  };

  it('a file that is not there is not-found, and makes none', () => {
    expect(codeOf()).toBe('not-found');
    expect(codeOf({ readOnly: true })).toBe('not-found');
    expect(codeOf({ create: true, readOnly: true })).toBe('not-found');
    expect(codeOf({ create: true, file: join(folder.path, 'no', 'folder.db') })).toBe('not-found');
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['text', 'patient,week\nsomebody,3\n'.repeat(500)],
    ['16 bytes', 'SQLite format 3\0'],
    ['a header and nothing else', `SQLite format 3\0${'\0'.repeat(4080)}`],
  ])('%s is not-a-database, and stays as it is', (_, content) => {
    writeFileSync(file, content);
    for (const create of [false, true]) expect(codeOf({ create })).toBe('not-a-database');
    expect(codeOf({ readOnly: true })).toBe('not-a-database');
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('an empty file is not-a-database, unless a store is to be created', () => {
    writeFileSync(file, '');
    expect(codeOf()).toBe('not-a-database');
    expect(codeOf({ readOnly: true })).toBe('not-a-database');
    expect(readFileSync(file)).toHaveLength(0);
    expect(codeOf({ create: true })).toBe('opened');
  });

  it(':memory:, which would keep nothing, is invalid-command', () => {
    expect(codeOf({ file: ':memory:', create: true })).toBe('invalid-command');
  });

  it('a folder is not-a-database', () => {
    mkdirSync(file);
    expect(codeOf({ create: true })).toBe('not-a-database');
  });

  it('the database of another program is not-a-database, and stays as it is', () => {
    const other = new Database(file);
    other.exec('CREATE TABLE t (x)');
    other.close();
    const before = readFileSync(file);
    expect(codeOf({ create: true })).toBe('not-a-database');
    expect(readFileSync(file)).toEqual(before);
    const marked = new Database(file);
    marked.pragma('application_id = 42');
    marked.close();
    expect(codeOf()).toBe('not-a-database');
  });

  it('a store of a newer release is newer-database, and stays as it is', async () => {
    await fresh();
    const newer = new Database(file);
    newer.pragma('user_version = 1000');
    newer.close();
    expect(codeOf()).toBe('newer-database');
    expect(codeOf({ readOnly: true, create: true })).toBe('newer-database');
  });

  it('a store that was cut short is refused or found damaged, never opened as whole', async () => {
    await fresh();
    const whole = readFileSync(file).length;
    for (const size of [whole - 1, whole - 4096, 8192, 4096, 512, 100]) {
      truncateSync(file, Math.min(size, readFileSync(file).length));
      let found: unknown;
      try {
        const store = openSqliteStore({ file });
        found = await store.verify();
        await store.close();
      } catch (failure) {
        found = { code: (failure as { code?: string }).code };
      }
      expect([{ ok: false }, { code: 'corrupt-record' }, { code: 'not-a-database' }]).toContainEqual(
        'ok' in (found as object) ? { ok: (found as { ok: boolean }).ok } : found,
      );
    }
  });

  describe('without the right to write', () => {
    const script = join(import.meta.dirname, 'open-and-report.ts');
    /** Rights do not hold for root, so root asks as nobody. */
    const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const report = (...mode: string[]) => {
      const { stdout } = spawnSync(process.execPath, [script, file, ...mode], {
        encoding: 'utf8',
        ...asNobody,
      });
      return stdout;
    };
    beforeEach(fresh);
    afterEach(() => chmodSync(folder.path, 0o700));

    it('a file is read-only, and is read where that is asked', () => {
      chmodSync(file, 0o444);
      chmodSync(folder.path, 0o777);
      expect(report()).toBe('read-only');
      expect(report('read-only')).toBe('ok');
    });

    it('a folder is read-only', () => {
      chmodSync(file, 0o666);
      chmodSync(folder.path, 0o555);
      expect(report()).toBe('read-only');
      expect(report('read-only')).toBe('read-only');
    });

    it('everything is fine with it', () => {
      chmodSync(file, 0o666);
      chmodSync(folder.path, 0o777);
      expect(report()).toBe('ok');
    });
  });
});
