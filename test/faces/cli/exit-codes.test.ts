import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './command-line.ts';

describe('a mistake on the command line', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = openWorkplace();
    mkdirSync(join(place.path, 'empty'));
    await place.run('admit', 'e-1', '--patient', 'p-1', '--curriculum', 'program.yaml', '--on', '2026-01-05');
  });
  afterAll(() => place.remove());

  it.each<[exit: number, said: RegExp, ...args: string[]]>([
    [2, /unknown command 'atend'\s+\(Did you mean/, 'atend', 'e-1'],
    [2, /unknown option '--trak'\s+\(Did you mean --track\?\)/, 'attend', 'e-1', '--trak', 'skills'],
    [2, /--track: is missing/, 'attend', 'e-1'],
    [2, /too many arguments/, 'status', 'e-1', 'e-2'],
    [2, /missing required argument 'episode'/, 'status'],
    [2, /absent: did you mean attended\?/, 'attend', 'e-1', 'atended', '--track', 'skills'],
    [2, /--on: write a date as YYYY-MM-DD \(got "5\.1\.2026"\)/, 'note', 'e-1', 'x', '--on', '5.1.2026'],
    [2, /--on: this day does not exist/, 'note', 'e-1', 'x', '--on', '2026-02-30'],
    [2, /--today: write a date/, 'status', 'e-1', '--today', 'monday'],
    [2, /<episode>: use letters/, 'note', 'two words', 'x'],
    [2, /--track: use lower-case letters/, 'attend', 'e-1', '--track', 'Skills'],
    [2, /--reached or --not-reached/, 'contact', 'e-1'],
    [2, /Write field=value/, 'amend', 'e-1', '1', '--set', 'status', '--reason', 'x'],
    [2, /Write a whole number/, 'void', 'e-1', 'one', '--reason', 'x'],
    [2, /<text>: is empty; write a text/, 'note', 'e-1', ''],
    [2, /<units>: write a number of more than 0 \(got 0\)/, 'authorize', 'e-1', 'plan', '0', 'visits'],
    [2, /Write at least 1/, 'simulate', 'scenario.yaml', '--patients', '0'],
    [5, /there is no YAML file in empty/, 'check', 'empty'],
    [5, /there is no episode e-9/, 'calendar', '--episode', 'e-9'],
    [
      2,
      /Write session numbers as 1,2,5 or 1-4/,
      'credit',
      'e-1',
      '--track',
      'skills',
      '--from',
      'x',
      '--sessions',
      '4-1',
    ],
    [3, /track-not-open/, 'attend', 'e-1', '--track', 'relapse-prevention', '--today', '2026-01-09'],
    [3, /unknown-track/, 'attend', 'e-1', '--track', 'sklls', '--today', '2026-01-09'],
    [5, /there is no episode e-9/, 'note', 'e-9', 'x'],
    [2, /leave start e-1 or stepwell leave end e-1/, 'leave', 'e-1'],
    [
      5,
      /no curriculum matrx-iop: did you mean matrix-iop\?.*unknown-curriculum.*\n.*stepwell curricula lists them/,
      'admit',
      'e-3',
      '--patient',
      'p',
      '--curriculum',
      'matrx-iop',
    ],
    [
      4,
      /bad\.yaml has \d+ problems\nbad\.yaml:1:1 /,
      'admit',
      'e-3',
      '--patient',
      'p',
      '--curriculum',
      'bad.yaml',
    ],
    [5, /there is no episode e-9/, 'status', 'e-9'],
    [5, /no\.yaml: this file cannot be read/, 'admit', 'e-3', '--patient', 'p', '--curriculum', 'no.yaml'],
    [
      5,
      /there is no curriculum matrx-iop: did you mean matrix-iop\?/,
      'schedule',
      'matrx-iop',
      '--start',
      '2026-01-05',
    ],
    [5, /nothing\.jsonl: there is no such file/, 'apply', 'nothing.jsonl'],
    [5, /no file or folder gone/, 'check', 'gone'],
    [6, /e-1 has version 1, not 7/, 'note', 'e-1', 'x', '--expected-version', '7'],
    [7, /not a Stepwell store/, 'status', 'e-1', '--db', 'program.yaml'],
    [7, /not a Stepwell store/, 'note', 'e-1', 'x', '--db', 'program.yaml'],
  ])('ends with exit code %i and says %s', async (exit, said, ...args) => {
    place.write('bad.yaml', 'id: x\n');
    const run = await place.run(...args);
    expect({ exit: run.exit, out: run.out }).toEqual({ exit, out: '' });
    expect(run.err).toMatch(said);
    expect(run.err).not.toMatch(/^\s+at |node:internal|Error:/m);
  });

  it('is explained by the gate and by what to do, where a gate refuses', async () => {
    const { exit, err } = await place.run('advance', 'e-1', '--today', '2026-01-05');
    expect(exit).toBe(3);
    expect(err).toMatch(/advance refused: Orientation cannot be left yet/);
    expect(err).toMatch(/✗ 2 more .*earliest 2026-01-09/);
    expect(err).toMatch(/stepwell override e-1 --reason/);
  });

  it('is told as JSON where JSON was asked for', async () => {
    const missing = await place.run('status', 'e-9', '--json');
    expect(JSON.parse(missing.err)).toEqual({
      error: { code: 'not-found', message: 'there is no episode e-9', details: { episode: 'e-9' } },
    });
    const refused = await place.run('advance', 'e-1', '--today', '2026-01-05', '--json');
    expect(refused).toMatchObject({ exit: 3, err: '' });
    expect(JSON.parse(refused.out)).toMatchObject({
      accepted: false,
      episode: 'e-1',
      refusal: { code: 'gate-not-satisfied', gate: { truth: 'unsatisfied' } },
    });
    const usage = await place.run('status', '--json');
    expect(JSON.parse(usage.err)).toMatchObject({ error: { code: 'usage' } });
  });

  it('never makes a file where there is no record', async () => {
    place.write('empty.db', '');
    for (const args of [
      ['status', 'e-1'],
      ['history', 'e-1'],
      ['caseload'],
      ['due'],
      ['clock'],
      ['verify'],
      ['note', 'e-1', 'x'],
    ]) {
      const { exit, err } = await place.run(...args, '--db', 'nowhere.db');
      expect({ exit, err }).toEqual({
        exit: 5,
        err: expect.stringMatching(/no record at nowhere\.db.*--db FILE/),
      });
      expect((await place.run(...args, '--db', 'empty.db')).exit).toBe(5);
    }
    const preview = await place.run(
      'admit',
      'e-1',
      '--patient',
      'p',
      '--curriculum',
      'program.yaml',
      '--preview',
      '--db',
      'nowhere.db',
    );
    expect(preview).toMatchObject({ exit: 0, out: expect.stringMatching(/would be recorded: admitted/) });
    expect(existsSync(join(place.path, 'nowhere.db'))).toBe(false);
  });

  it('is one clear line on a Node that is too old, before anything else is loaded', async () => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.0',napi:'9'}})`;
    const { exit, out, err } = await place.runWith({ node: ['--import', old] }, '--help');
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toMatch(/^stepwell needs Node \S+ or newer; this is Node 20\.11\.0\n$/);
  });

  it('shows no stack for a failure that nobody foresaw, unless a developer asks', async () => {
    const broken = `data:text/javascript,Date.prototype.getFullYear=()=>{throw new TypeError('broken zone')}`;
    const plain = await place.runWith({ node: ['--import', broken] }, 'status', 'e-1');
    expect(plain).toMatchObject({ exit: 1, err: 'stepwell: unexpected failure: broken zone\n' });
    const asked = await place.runWith(
      { node: ['--import', broken], env: { STEPWELL_DEBUG: '1' } },
      'status',
      'e-1',
    );
    expect(asked.err).toMatch(/\n\s+at /);
  });
});
