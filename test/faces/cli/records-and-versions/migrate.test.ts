import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../command-line.ts';
import { SMALL_PROGRAM } from '../small-program.ts';
import { recordThreePatients, SECOND_VERSION } from './two-versions.ts';

const VERSIONS = ['evening-groups', '--from', '1.0.0', '--to', 'second.yaml'];
const TODAY = ['--today', '2026-01-16'];

describe('stepwell migrate', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = openWorkplace();
    place.write('second.yaml', SECOND_VERSION);
    place.write('mapping.yaml', 'phases: { recovery: main-part }\n');
    await recordThreePatients(place);
  });
  afterAll(() => place.remove());
  const migrate = (...args: string[]) => place.run('migrate', ...args, ...TODAY);

  it('rehearses on the real caseload: who lands where, who is refused and why, the totals', async () => {
    const { exit, out } = await migrate('rehearse', ...VERSIONS, '--mapping', 'mapping.yaml');
    expect(exit).toBe(3);
    expect(out).toMatch(/^evening-groups 1\.0\.0 → 2\.0\.0 from 2026-01-16 on\n/);
    expect(out).toMatch(/unmapped-session \(warning\) sessions\.skills\.4: /);
    expect(out).toMatch(/^e-1 +recovery → main-part/m);
    expect(out).toMatch(/^e-2 +orientation/m);
    expect(out).toMatch(/^✗ e-3 fact-without-place: .*skills\/4/m);
    expect(out).toMatch(/3 patients: 2 would be moved, 1 refused/);
    expect(out).toMatch(/no place for session skills\/4: 1\nNothing was written/);
    expect(out).not.toMatch(/Pat e-/);
  });

  it('shows lost sessions where the mapping drops them, and takes a mapping in JSON', async () => {
    place.write(
      'mapping.json',
      '{"phases": {"recovery": "main-part"}, "sessions": {"skills": {"4": "drop"}}}',
    );
    const given = ['rehearse', ...VERSIONS, '--mapping', 'mapping.json', '--on', '2026-01-16'];
    const { exit, out } = await migrate(...given);
    expect(exit).toBe(0);
    expect(out).toMatch(/^e-3 +orientation +−1 skills/m);
    expect(out).toMatch(/0 sessions gained, 1 lost/);
    const { out: json } = await migrate(...given, '--json');
    expect(JSON.parse(json)).toMatchObject({
      from: '1.0.0',
      to: '2.0.0',
      on: '2026-01-16',
      totals: { episodes: 3, moved: 3, refused: 0, sessionsLost: 1 },
    });
  });

  it('names each mistake of a mapping with its path and line, and moves nobody', async () => {
    place.write('wrong.yaml', 'phases: { recovery: main-par }\nsessions:\n  skills:\n    4: 9\n');
    for (const verb of ['rehearse', 'apply']) {
      const { exit, out } = await migrate(verb, ...VERSIONS, '--mapping', 'wrong.yaml');
      expect(exit).toBe(4);
      expect(out).toMatch(/^wrong\.yaml:1:11? unknown-phase phases\.recovery: .*main-part/m);
      expect(out).toMatch(/^wrong\.yaml:4:5 unknown-session sessions\.skills\.4: /m);
      expect(out).toMatch(/nobody (is|was) moved/);
    }
    place.write('misspelt.yaml', 'phase: {}\nsessions:\n  skills:\n    x: 9\n');
    const misspelt = await migrate('rehearse', ...VERSIONS, '--mapping', 'misspelt.yaml');
    expect(misspelt).toMatchObject({ exit: 4, out: '' });
    expect(misspelt.err).toMatch(
      /misspelt\.yaml has 2 problems\n.*:1:1 unknown-key phase: did you mean phases\?\n.*:4:5 /,
    );
    place.write('empty.yaml', '');
    const empty = await migrate('rehearse', ...VERSIONS, '--mapping', 'empty.yaml', '--json');
    expect(empty.exit).toBe(4);
    expect(JSON.parse(empty.err)).toMatchObject({ error: { code: 'invalid-mapping' } });
    expect((await migrate('rehearse', ...VERSIONS, '--mapping', 'gone.yaml')).exit).toBe(5);
  });

  it('refuses a version that is unknown, of another curriculum, or published with another content', async () => {
    const unknown = await migrate('rehearse', 'evening-groups', '--from', '1.0.0', '--to', '7.0.0');
    expect(unknown).toMatchObject({
      exit: 5,
      err: expect.stringMatching(/no curriculum evening-groups@7\.0\.0/),
    });
    const other = await migrate('rehearse', 'matrix-iop', '--from', '1.0.0', '--to', 'second.yaml');
    expect(other).toMatchObject({ exit: 2, err: expect.stringMatching(/is evening-groups, not matrix-iop/) });
    place.write('edited.yaml', SMALL_PROGRAM.replace('title: Triggers', 'title: Sparks'));
    for (const verb of ['rehearse', 'apply']) {
      const edited = await migrate(verb, 'evening-groups', '--from', '1.0.0', '--to', 'edited.yaml');
      expect(edited).toMatchObject({ exit: 6, err: expect.stringMatching(/published with another content/) });
    }
    const date = await migrate('rehearse', ...VERSIONS, '--on', '2026-02-30');
    expect(date).toMatchObject({ exit: 2, err: expect.stringMatching(/--on: /) });
    expect((await migrate('rehearse', 'evening-groups', '--from', '1.0.0')).exit).toBe(2);
  });

  it('moves those that are named, and undoes it for one', async () => {
    const some = await migrate('apply', ...VERSIONS, '--mapping', 'mapping.yaml', '--episode', 'e-9,e-1');
    expect(some.exit).toBe(3);
    expect(some.out).toMatch(
      /✗ e-9 not-found: .*\n✓ e-1 is in 2\.0\.0: recovery → main-part {2}event 5\n1 moved, 1 refused/,
    );
    const status = async () => JSON.parse((await place.run('status', 'e-1', '--json', ...TODAY)).out);
    expect(await status()).toMatchObject({ phase: { id: 'main-part' }, curriculum: { version: '2.0.0' } });
    const undone = await migrate('undo', 'e-1', '--reason', 'too early');
    expect(undone).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/✓ e-1 is in 1\.0\.0 again {2}event 6/),
    });
    expect(await status()).toMatchObject({ phase: { id: 'recovery' }, curriculum: { version: '1.0.0' } });
    const again = await migrate('undo', 'e-1', '--reason', 'too early');
    expect(again).toMatchObject({ exit: 3, out: '', err: expect.stringMatching(/nothing-to-undo/) });
    const json = await migrate('undo', 'e-9', '--reason', 'too early', '--json');
    expect(json.exit).toBe(5);
    expect(JSON.parse(json.out)).toMatchObject({ accepted: false, refusal: { code: 'not-found' } });
    expect((await migrate('undo', 'e-1')).exit).toBe(2);
    expect((await migrate('undo', 'e-1', '--reason', ' ')).exit).toBe(2);
  });

  it('moves everybody whom the mapping has a place for, with a result for each', async () => {
    const { exit, out } = await migrate(
      'apply',
      ...VERSIONS,
      '--mapping',
      'mapping.yaml',
      '--json',
      '--reason',
      'new manual',
    );
    expect(exit).toBe(3);
    expect(JSON.parse(out).results).toMatchObject([
      { accepted: true, episode: 'e-1' },
      { accepted: true, episode: 'e-2' },
      { accepted: false, episode: 'e-3', refusal: { code: 'fact-without-place' } },
    ]);
    const history = JSON.parse((await place.run('history', 'e-2', '--json', ...TODAY)).out) as {
      event: object;
    }[];
    expect(history.at(-1)?.event).toMatchObject({ type: 'Migrated', by: 'kim', reason: 'new manual' });
    expect((await place.run('verify')).exit).toBe(0);
  });
});
