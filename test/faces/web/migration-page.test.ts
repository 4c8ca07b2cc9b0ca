import { beforeEach, describe, expect, it } from 'vitest';
import { loadCurriculum } from '../../../src/adapters/yaml/load-curriculum.ts';
import { createCurriculumLibrary } from '../../../src/engine/curriculum-library.ts';
import { type Engine, openEngine } from '../../../src/index.ts';
import { SECOND_VERSION } from '../cli/records-and-versions/two-versions.ts';
import { SMALL_PROGRAM } from '../cli/small-program.ts';
import { type ClinicSubject, openClinic } from '../http/clinic-subject.ts';

const read = (text: string) => {
  const loaded = loadCurriculum(text, { file: 'program.yaml' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.curriculum;
};
const VERSIONS = [read(SMALL_PROGRAM), read(SECOND_VERSION)];
const PATH = '/curricula/evening-groups/migration';
let clinic: ClinicSubject;
let engine: Engine;
let dora: string;

beforeEach(async () => {
  const clock = { today: () => '2026-01-05', now: () => '2026-01-05T20:00:00.000Z' };
  engine = await openEngine({ clock, by: 'setup', curricula: VERSIONS });
  clinic = await openClinic({ engine, library: createCurriculumLibrary(VERSIONS) });
  dora = clinic.person('dora', 'director');
  for (const n of [1, 2])
    await engine.admit({
      episode: `m-${n}`,
      patient: `Pat ${n}`,
      curriculum: 'evening-groups@1.0.0',
      on: '2026-01-05',
    });
});
const fill = async (path: string, fields: readonly (readonly [string, string])[], who = dora) => {
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
  const answer = await clinic.ask(who, 'POST', path, body, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  return { status: answer.status, text: await answer.text() };
};
const version = async (episode: string) => (await engine.status(episode)).curriculum.version;

describe('moving patients to another version on the page', () => {
  it('is rehearsed, carried out for those who are picked, told of each, and taken back for one', async () => {
    const rehearsed = await clinic.ask(
      dora,
      'GET',
      '/curricula/evening-groups?version=2.0.0&from=1.0.0&rehearse=yes',
    );
    const text = await rehearsed.text();
    expect(text).toContain('2 of 2 patients would be moved');
    expect(text).toContain('name="episode" value="m-1" checked');
    expect(await version('m-1')).toBe('1.0.0');
    const terms = [
      ['do', 'apply'],
      ['from', '1.0.0'],
      ['to', '2.0.0'],
      ['reason', 'The new version.'],
    ] as const;
    const moved = await fill(PATH, [...terms, ['episode', 'm-1']]);
    expect(moved.text).toContain('1 of 1 patients are moved to 2.0.0');
    expect([await version('m-1'), await version('m-2')]).toEqual(['2.0.0', '1.0.0']);
    const undone = await fill(PATH, [
      ['do', 'undo'],
      ['episode', 'm-1'],
      ['reason', 'Too early.'],
    ]);
    expect([undone.status, undone.text.includes('is in version')]).toEqual([200, true]);
    expect(await version('m-1')).toBe('1.0.0');
    expect((await engine.history('m-1')).at(-1)?.event).toMatchObject({ by: 'dora', reason: 'Too early.' });
  });

  it('needs a reason, and is the director’s alone', async () => {
    const terms = [
      ['do', 'apply'],
      ['from', '1.0.0'],
      ['to', '2.0.0'],
      ['episode', 'm-1'],
    ] as const;
    expect((await fill(PATH, terms)).status).toBe(400);
    const alex = clinic.person('alex', 'supervisor', { site: '*' });
    expect((await fill(PATH, [...terms, ['reason', 'New.']], alex)).status).toBe(403);
    expect(await version('m-1')).toBe('1.0.0');
  });
});

describe('the check of a file', () => {
  it('tells each problem with its line, and takes what is right', async () => {
    const wrong = await fill('/curricula', [['text', SMALL_PROGRAM.replace('title:', 'titel:')]]);
    const line = SMALL_PROGRAM.split('\n').findIndex((one) => one.startsWith('title:')) + 1;
    expect(wrong.text).toContain(`<th scope="row">${line}:1</th>`);
    expect(wrong.text).toContain('did you mean title?');
    expect((await fill('/curricula', [['text', SMALL_PROGRAM]])).text).toContain('1.0.0 can be used');
    expect((await fill('/curricula', [['text', '<b>&']])).text).toContain('&lt;b&gt;&amp;');
  });
});
