import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './command-line.ts';
import { SMALL_PROGRAM } from './small-program.ts';

describe('the commands about curricula', () => {
  let place: Workplace;
  beforeAll(() => {
    place = openWorkplace();
  });
  afterAll(() => place.remove());

  it('print the 91 dated sessions of the Matrix Model', async () => {
    const { out } = await place.run('schedule', 'matrix-iop', '--start', '2026-01-05', '--json');
    const sessions = JSON.parse(out) as { track: string }[];
    expect(sessions).toHaveLength(91);
    expect(Object.keys(sessions[0] ?? {}).sort()).toEqual([
      'date',
      'minutes',
      'session',
      'start',
      'title',
      'track',
      'week',
    ]);
    expect(new Set(sessions.map(({ track }) => track))).toEqual(
      new Set([
        'individual-conjoint',
        'early-recovery-skills',
        'relapse-prevention',
        'family-education',
        'social-support',
      ]),
    );
  });

  it('print a schedule by week, with tests where they are asked for', async () => {
    const { out } = await place.run('schedule', 'program.yaml', '--start', '2026-01-05', '--with', 'tests');
    expect(out).toMatch(/^Evening groups \(evening-groups 1\.0\.0\)/);
    expect(out).toMatch(/1 +Mon 2026-01-05 +18:00 +50 +Skills +1 +Triggers/);
    expect(out).toMatch(/Drug test +weekly, 1 this week \(urine\)/);
    const wrong = await place.run('schedule', 'program.yaml', '--start', '2026-01-05', '--with', 'dreams');
    expect(wrong).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/dreams is neither tests nor mutual-help/),
    });
  });

  it('list the curricula of the package and of other folders', async () => {
    const { out } = await place.run('curricula', '--curricula', '.', '--json');
    const ids = (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['matrix-iop', 'matrix-iop-evening', 'evening-groups']));
  });

  it('check files: all problems with their places, proofs with their counter-examples', async () => {
    place.write('bad.yaml', 'id: x\nversion: 1\ntitel: X\n');
    const bad = await place.run('check', 'program.yaml', 'bad.yaml');
    expect(bad.exit).toBe(4);
    expect(bad.out).toMatch(/✓ program\.yaml: evening-groups 1\.0\.0 is in order/);
    expect(bad.out).toMatch(/^bad\.yaml:3:1 unknown-key titel: did you mean title\?$/m);
    const { out } = await place.run('check', 'bad.yaml', '--json');
    expect(JSON.parse(out)[0]).toMatchObject({
      file: 'bad.yaml',
      ok: false,
      id: null,
      issues: expect.arrayContaining([
        expect.objectContaining({ code: 'unknown-key', line: 3, column: 1, path: 'titel' }),
      ]),
    });
    place.write(
      'greedy.yaml',
      SMALL_PROGRAM.replace(
        'exit: { type: sessions, track: skills, atLeast: 2 }',
        'exit: { type: absences, atLeast: 2 }',
      ),
    );
    const greedy = await place.run('check', 'greedy.yaml');
    expect(greedy.exit).toBe(4);
    expect(greedy.out).toMatch(/^greedy\.yaml:10:\d+ gate-never-satisfied .*\n {4}Admitted on Monday/m);
  });

  it('print a JSON Schema and drawings', async () => {
    const schema = JSON.parse((await place.run('schema')).out);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect((await place.run('diagram', 'program.yaml')).out).toMatch(/^stateDiagram-v2/);
    expect((await place.run('diagram', 'program.yaml', '--format', 'svg')).out).toMatch(/<svg /);
    expect(JSON.parse((await place.run('diagram', 'program.yaml', '--format', 'xstate')).out)).toHaveProperty(
      'states',
    );
    const { out } = await place.run('diagram', 'program.yaml', '--json');
    expect(JSON.parse(out)).toMatchObject({
      curriculum: 'evening-groups',
      version: '1.0.0',
      format: 'mermaid',
    });
  });
});
