import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './command-line.ts';

const INTAKE = fileURLToPath(new URL('../../fixtures/intake.yaml', import.meta.url));
const DIRECTORY = fileURLToPath(new URL('../../../curricula/directory/example.yaml', import.meta.url));

describe('match', () => {
  let place: Workplace;
  beforeAll(() => {
    place = openWorkplace();
  });
  afterAll(() => place.remove());

  it('prints programs in their order, with what speaks for them, against them and is not known', async () => {
    const { exit, out, err } = await place.run('match', INTAKE, '--directory', DIRECTORY);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/^1 {2}Made-up Evening Matrix Program {2}fits$/m);
    expect(out).toMatch(/^ {3}✓ It treats in Spanish\.$/m);
    expect(out).toMatch(/^2 {2}Made-up Program of the Fourth Edition {2}not yet known whether it fits$/m);
    expect(out).toMatch(
      /^ {3}\? Needed is level 2\.1 \(ASAM 3rd edition\); it states its levels by ASAM 4th/m,
    );
    expect(out).toMatch(/^ {3}✗ It admits people of 13 to 17; the patient is 34\.$/m);
    expect(out).toMatch(/^ {3}Ask the program\n {5}– Do you provide level 2\.1 \(ASAM 3rd edition\)\?$/m);
    expect(out).toMatch(/^Ask the patient\n {2}– How soon does treatment have to begin\?$/m);
    expect(out).toMatch(/A recommendation: a person decides and signs\.\n$/);
    expect(out).not.toMatch(/ \n/);
  });

  it('answers the nine questions for as many programs as are asked for, of those that may fit', async () => {
    const count = async (...more: string[]) => {
      const { out } = await place.run('match', INTAKE, '--directory', DIRECTORY, ...more);
      return out.split('How are sessions arranged?').length - 1;
    };
    expect(await Promise.all([count(), count('--answers', '1'), count('--answers', '99')])).toEqual([
      2, 1, 2,
    ]);
  });

  it('prints the same as JSON, with the facts behind each reason', async () => {
    const { out } = await place.run('match', INTAKE, '--directory', DIRECTORY, '--json');
    const { programs } = JSON.parse(out) as { programs: { program: string; answers: object[] }[] };
    expect(programs).toHaveLength(7);
    expect(programs[0]).toMatchObject({
      rank: 1,
      program: 'made-up-evening-matrix',
      curriculum: 'matrix-iop-evening',
      reasons: expect.arrayContaining([
        expect.objectContaining({
          code: 'hours',
          patient: { from: 'intake', path: 'workHours', value: 'Monday to Friday 08:00 to 16:30' },
          program: expect.objectContaining({ from: 'curriculum', path: 'matrix-iop-evening.tracks' }),
        }),
      ]),
    });
    expect(programs.every(({ answers }) => answers.length === 9)).toBe(true);
  });

  it('takes curricula of a folder beside those of the package', async () => {
    const directory = place.write(
      'ours.yaml',
      'title: Ours\nprograms:\n  - { id: a, title: A, curricula: [evening-groups] }\n',
    );
    const found = async (...more: string[]) => {
      const { out } = await place.run('match', INTAKE, '--directory', directory, '--json', ...more);
      return JSON.parse(out).programs[0].reasons.find(({ code }: { code: string }) => code === 'hours')
        .verdict;
    };
    expect(await found()).toBe('unknown');
    expect(await found('--curricula', 'program.yaml')).toBe('for');
  });

  it('names every problem of a file with its place', async () => {
    const intake = place.write(
      'bad-intake.yaml',
      'age: 34\nlanguage: [es]\nscreenings:\n  - { instrument: phq-9, score: 28 }\n',
    );
    const bad = await place.run('match', intake, '--directory', DIRECTORY);
    expect(bad.exit).toBe(4);
    expect(bad.err).toMatch(/bad-intake\.yaml has 2 problems/);
    expect(bad.err).toMatch(/^bad-intake\.yaml:2:1 unknown-key language: did you mean languages\?$/m);
    expect(bad.err).toMatch(/^bad-intake\.yaml:4:33 out-of-range score: write a number of at most 27$/m);
    const twice = 'title: T\nprograms:\n  - { id: a, title: A }\n  - { id: a, title: B }\n';
    const directory = place.write('bad-directory.yaml', twice);
    const doubled = await place.run('match', INTAKE, '--directory', directory, '--json');
    expect(doubled.exit).toBe(4);
    expect(JSON.parse(doubled.err).error).toMatchObject({
      code: 'invalid-directory',
      details: { issues: [{ code: 'duplicate-id', line: 4, column: 11, path: 'programs.1.id' }] },
    });
  });

  it('says which file is missing or empty', async () => {
    const gone = await place.run('match', 'gone.yaml', '--directory', DIRECTORY);
    expect(gone).toMatchObject({
      exit: 5,
      err: expect.stringMatching(/gone\.yaml: this file cannot be read/),
    });
    const empty = await place.run('match', place.write('empty.yaml', ''), '--directory', DIRECTORY);
    expect(empty).toMatchObject({
      exit: 4,
      err: expect.stringMatching(/this file is empty; write an intake/),
    });
    expect(await place.run('match', INTAKE)).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/--directory/),
    });
  });
});
