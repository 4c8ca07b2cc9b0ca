import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../command-line.ts';
import { SMALL_PROGRAM } from '../small-program.ts';
import { record, SECOND_VERSION } from './two-versions.ts';

describe('stepwell diff', () => {
  let place: Workplace;
  beforeAll(() => {
    place = openWorkplace();
    place.write('second.yaml', SECOND_VERSION);
  });
  afterAll(() => place.remove());

  it('says in sentences how two files differ', async () => {
    const { exit, out } = await place.run('diff', 'program.yaml', 'second.yaml');
    expect(exit).toBe(0);
    expect(out).toMatch(/^evening-groups 1\.0\.0 → evening-groups 2\.0\.0\n/);
    expect(out).toMatch(/gate of orientation: sessions of skills 2 -> 3/);
    expect(out).toMatch(/session 4 of skills removed: Plans/);
  });

  it('gives the differences as data', async () => {
    const { out } = await place.run('diff', 'program.yaml', 'second.yaml', '--json');
    expect(JSON.parse(out)).toContainEqual({
      code: 'threshold-changed',
      path: expect.any(String),
      subject: 'gate of orientation',
      before: 2,
      after: 3,
      sentence: 'gate of orientation: sessions of skills 2 -> 3',
    });
    expect((await place.run('diff', 'program.yaml', 'program.yaml', '--json')).out).toBe('[]\n');
    expect((await place.run('diff', 'program.yaml', 'program.yaml')).out).toMatch(/no difference in meaning/);
  });

  it('compares curricula of the package by id', async () => {
    const { exit, out } = await place.run('diff', 'matrix-iop', 'matrix-iop-evening');
    expect(exit).toBe(0);
    expect(out).toMatch(/^matrix-iop \S+ → matrix-iop-evening /);
  });

  it('takes a version that patients were admitted to from the record, whatever the file says today', async () => {
    await record(place, '2026-01-05', {
      type: 'Admit',
      episode: 'e-1',
      patient: 'p-1',
      curriculum: 'evening-groups',
    });
    place.write('program.yaml', SMALL_PROGRAM.replace('title: Triggers', 'title: Sparks'));
    const { out } = await place.run(
      'diff',
      'evening-groups@1.0.0',
      'program.yaml',
      '--curricula',
      'program.yaml',
    );
    expect(out).toMatch(/Triggers.*Sparks/);
  });

  it('says what cannot be found, and lists the problems of a file', async () => {
    const gone = await place.run('diff', 'evening-groups@9.0.0', 'second.yaml');
    expect(gone).toMatchObject({
      exit: 5,
      out: '',
      err: expect.stringMatching(/no curriculum evening-groups@9/),
    });
    const typo = await place.run('diff', 'matrix-iob', 'second.yaml');
    expect(typo).toMatchObject({ exit: 5, err: expect.stringMatching(/did you mean matrix-iop\?/) });
    expect((await place.run('diff', 'gone.yaml', 'second.yaml')).exit).toBe(5);
    const noRecord = await place.run('diff', 'a@1.0.0', 'second.yaml', '--db', 'gone.db', '--json');
    expect(noRecord.exit).toBe(5);
    expect(JSON.parse(noRecord.err)).toMatchObject({
      error: { code: 'not-found', details: { file: 'gone.db' } },
    });
    place.write('bad.yaml', 'id: x\ntitel: X\n');
    const bad = await place.run('diff', 'bad.yaml', 'second.yaml');
    expect(bad).toMatchObject({ exit: 4, err: expect.stringMatching(/bad\.yaml:2:1 unknown-key/) });
    expect((await place.run('diff', 'second.yaml')).exit).toBe(2);
  });
});
