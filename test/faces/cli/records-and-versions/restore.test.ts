import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../command-line.ts';
import { recordThreePatients } from './two-versions.ts';

const TODAY = ['--today', '2026-01-16'];

describe('stepwell restore', () => {
  let place: Workplace;
  let head: string;
  beforeAll(async () => {
    place = openWorkplace();
    await recordThreePatients(place);
    await place.run('backup', 'backup.db');
    head = (await place.run('head')).out.trim();
  });
  afterAll(() => place.remove());

  it('makes a record from a backup, for its owner only, that goes on where the backup was made', async () => {
    const { exit, out } = await place.run('restore', 'backup.db', '--to', 'new.db', '--head', head);
    expect({ exit, out }).toEqual({
      exit: 0,
      out: `✓ 9 events restored to new.db, and the head that was kept agrees\n  head ${head}\n`,
    });
    expect(statSync(join(place.path, 'new.db')).mode & 0o777).toBe(0o600);
    const verified = await place.run('verify', '--db', 'new.db', '--head', head);
    expect(verified.exit).toBe(0);
    const same = ['status', 'e-1', '--json', ...TODAY];
    expect((await place.run(...same, '--db', 'new.db')).out).toBe((await place.run(...same)).out);
    expect((await place.run('note', 'e-1', 'text', '--db', 'new.db', ...TODAY)).exit).toBe(0);
  });

  it('never overwrites a file, and names what is missing', async () => {
    place.write('kept.db', 'kept');
    const over = await place.run('restore', 'backup.db', '--to', 'kept.db');
    expect(over).toMatchObject({ exit: 6, err: expect.stringMatching(/kept\.db exists already/) });
    expect(readFileSync(join(place.path, 'kept.db'), 'utf8')).toBe('kept');
    expect(await place.run('restore', 'gone.db', '--to', 'x.db')).toMatchObject({
      exit: 5,
      err: expect.stringMatching(/no backup at gone\.db/),
    });
    expect((await place.run('restore', 'backup.db', '--to', 'nowhere/x.db')).exit).toBe(5);
    expect(await place.run('restore', 'backup.db')).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/--to FILE/),
    });
    const badHead = await place.run('restore', 'backup.db', '--to', 'x.db', '--head', 'abc');
    expect(badHead).toMatchObject({ exit: 2, err: expect.stringMatching(/--head: .*COUNT:HASH/) });
    expect(existsSync(join(place.path, 'x.db'))).toBe(false);
  });

  it('only checks with --verify alone', async () => {
    const files = readdirSync(place.path).sort();
    const { exit, out } = await place.run('restore', 'backup.db', '--verify', '--json');
    expect(exit).toBe(0);
    const [count, hash] = head.split(':');
    expect(JSON.parse(out)).toMatchObject({
      backup: 'backup.db',
      file: null,
      count: Number(count),
      head: hash,
    });
    expect(readdirSync(place.path).sort()).toEqual(files);
  });

  it('refuses a damaged, altered or cut backup with a clear code, and leaves no half file', async () => {
    const good = readFileSync(join(place.path, 'backup.db'));
    const altered = Buffer.from(good);
    const body = '"status":"absent","track":"skills","type"';
    altered.write('"status":"absenT', altered.indexOf(body));
    place.write('altered.db', altered);
    const torn = Buffer.from(good);
    torn.fill(0xff, 8192, 12288);
    place.write('torn.db', torn);
    place.write('cut.db', good.subarray(0, 20_000));
    place.write('other.db', 'no database at all, but long enough to be read as the head of one'.repeat(99));
    const files = readdirSync(place.path).sort();
    const codes = {
      'altered.db': 'altered',
      'torn.db': 'damaged',
      'cut.db': 'corrupt-record',
      'other.db': 'not-a-database',
    };
    for (const [file, code] of Object.entries(codes)) {
      const { exit, out, err } = await place.run('restore', file, '--to', 'x.db', '--json');
      expect({ file, exit, out }).toEqual({ file, exit: 7, out: '' });
      expect(JSON.parse(err).error).toMatchObject({
        code,
        message: expect.stringContaining(`${file} cannot be restored`),
      });
      expect(err).not.toMatch(/Pat e-| at .*\.ts:/);
    }
    expect(readdirSync(place.path).sort()).toEqual(files);
  });

  it('refuses a backup that is older than the head that was kept', async () => {
    await place.run('note', 'e-1', 'later', ...TODAY);
    const later = JSON.parse((await place.run('head', '--json')).out) as { count: number; head: string };
    const old = await place.run(
      'restore',
      'backup.db',
      '--to',
      'x.db',
      '--head',
      `${later.count}:${later.head}`,
    );
    expect(old).toMatchObject({
      exit: 7,
      err: expect.stringMatching(/\(missing\): There were 10 events, and there are 9/),
    });
    expect(existsSync(join(place.path, 'x.db'))).toBe(false);
    expect((await place.run('verify', '--head', head)).exit).toBe(0);
  });
});

describe('stepwell head', () => {
  it('prints what verify takes, and needs a record', async () => {
    const place = openWorkplace();
    try {
      expect(await place.run('head')).toMatchObject({
        exit: 5,
        err: expect.stringMatching(/no record at clinic\.db/),
      });
      await recordThreePatients(place);
      const { out } = await place.run('head');
      expect(out).toMatch(/^9:[0-9a-f]{64}\n$/);
      expect((await place.run('verify', '--head', out.trim())).exit).toBe(0);
      expect(await place.run('verify', '--head', '9:abc')).toMatchObject({
        exit: 2,
        err: expect.stringMatching(/COUNT:HASH/),
      });
    } finally {
      place.remove();
    }
  });
});
