import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './command-line.ts';

const ADMIT = {
  type: 'Admit',
  episode: 'e-1',
  patient: 'p-1',
  curriculum: 'evening-groups',
  on: '2026-01-05',
};
const NOTE = { type: 'AddNote', episode: 'e-1', text: 'a', on: '2026-01-06' };

describe('stepwell apply', () => {
  let place: Workplace;
  beforeEach(() => {
    place = openWorkplace();
  });
  afterEach(() => place.remove());
  const lines = (...all: readonly (object | string)[]) =>
    all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  const apply = (file: string, ...more: string[]) =>
    place.run('apply', file, '--curricula', '.', '--today', '2026-01-09', ...more);
  const reports = (out: string) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('reports every line, the good and each kind of bad one', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        `\ufeff${lines(
          ADMIT,
          '   ',
          { ...NOTE, tex: 'b' },
          '{"type":"AddNote","episode":"e-1"',
          '{"type":"AddNote",,}',
          '',
          { type: 'AddNot', episode: 'e-1' },
          '[1]',
          'null',
          { type: 'Advance', episode: 'e-1', on: '2026-01-06' },
          { ...NOTE, key: 'k' },
          { ...NOTE, key: 'k' },
          { ...NOTE, key: 'k', text: 'other' },
          { ...NOTE, expectedVersion: 1 },
          { ...NOTE, episode: 'e-9' },
          { type: 'RecordDrugTest', episode: 'e-1', result: 'negativ' },
        )}\r\n`,
      ),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(lines({ ...NOTE, text: 'last, without a line end' })),
    ]);
    const { exit, out, err } = await apply(place.write('all.jsonl', bytes), '--json');
    expect({ exit, err }).toEqual({ exit: 4, err: '' });
    const all = reports(out);
    expect(all.map(({ line, column, result, code }) => [line, column, result, code])).toEqual([
      [1, undefined, 'accepted', undefined],
      [3, undefined, 'invalid', 'invalid-command'],
      [4, 34, 'invalid', 'malformed-json'],
      [5, 19, 'invalid', 'malformed-json'],
      [7, undefined, 'invalid', 'invalid-command'],
      [8, undefined, 'invalid', 'invalid-command'],
      [9, undefined, 'invalid', 'invalid-command'],
      [10, undefined, 'refused', 'gate-not-satisfied'],
      [11, undefined, 'accepted', undefined],
      [12, undefined, 'accepted', undefined],
      [13, undefined, 'refused', 'idempotency-key-reused'],
      [14, undefined, 'refused', 'version-conflict'],
      [15, undefined, 'refused', 'unknown-episode'],
      [16, undefined, 'invalid', 'invalid-command'],
      [17, undefined, 'invalid', 'not-utf-8'],
      [18, undefined, 'accepted', undefined],
      [undefined, undefined, undefined, undefined],
    ]);
    expect(all[9]).toMatchObject({ repeated: true, version: 2 });
    expect(all[4].message).toMatch(/there is no command "AddNot": did you mean AddNote\?/);
    expect(all[13].message).toMatch(/"negativ" is none of .*: did you mean negative\?/);
    expect(all.at(-1)).toEqual({
      summary: { accepted: 4, refused: 4, invalid: 8, failed: 0, 'not-tried': 0, written: 3 },
    });
    expect(JSON.parse((await place.run('history', 'e-1', '--json')).out)).toHaveLength(3);
  });

  it('says where each bad line is, for a person', async () => {
    const file = place.write('some.jsonl', lines(ADMIT, '{"type":', { ...NOTE, episode: 'e-9' }));
    const { exit, out } = await apply(file);
    expect(exit).toBe(4);
    expect(out.trim().split('\n')).toEqual([
      'some.jsonl:1 accepted (Admit e-1 event 1)',
      'some.jsonl:2:9 invalid malformed-json: no JSON: Unexpected end of JSON input; write one command per line',
      'some.jsonl:3 refused unknown-episode: there is no episode e-9 (AddNote e-9)',
      '1 accepted, 1 refused, 1 invalid; 1 written',
    ]);
  });

  it('ends with 0 where every line was accepted, and reads stdin for -', async () => {
    const input = lines(ADMIT, NOTE);
    const run = await place.runWith(
      { input },
      'apply',
      '-',
      '--curricula',
      '.',
      '--today',
      '2026-01-09',
      '--quiet',
    );
    expect(run).toEqual({ exit: 0, out: '2 accepted; 2 written\n', err: '' });
  });

  it('writes nothing at all with --atomic where one line is bad or refused', async () => {
    const refused = await apply(
      place.write('a.jsonl', lines(ADMIT, { type: 'Advance', episode: 'e-1' })),
      '--atomic',
      '--json',
    );
    expect(refused.exit).toBe(3);
    expect(reports(refused.out)).toMatchObject([
      { line: 1, result: 'not-tried' },
      { line: 2, result: 'refused', code: 'gate-not-satisfied' },
      { summary: { accepted: 0, written: 0 } },
    ]);
    const bad = await apply(place.write('b.jsonl', lines(ADMIT, 'x')), '--atomic', '--json');
    expect(reports(bad.out)).toMatchObject([
      { line: 1, result: 'not-tried' },
      { line: 2, result: 'invalid' },
      {},
    ]);
    const keyed = await apply(
      place.write('c.jsonl', lines(ADMIT, { ...NOTE, key: 'k' })),
      '--atomic',
      '--json',
    );
    expect(reports(keyed.out)[1]).toMatchObject({ line: 2, result: 'invalid', code: 'key-in-transaction' });
    expect((await place.run('caseload', '--all', '--json')).out).toBe('[]\n');
  });

  it('writes all lines in one transaction with --atomic, once for one key', async () => {
    const file = place.write('a.jsonl', lines(ADMIT, NOTE));
    expect(await apply(file, '--atomic', '--key', 'monday')).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/2 accepted; 2 written/),
    });
    expect(await apply(file, '--atomic', '--key', 'monday')).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/2 accepted; nothing written/),
    });
    expect(JSON.parse((await place.run('history', 'e-1', '--json')).out)).toHaveLength(2);
  });

  it('names the line of a version conflict with --atomic and --validate-only', async () => {
    await apply(place.write('a.jsonl', lines(ADMIT)));
    const file = place.write('b.jsonl', lines(NOTE, { ...NOTE, expectedVersion: 9 }, NOTE));
    for (const how of ['--atomic', '--validate-only']) {
      const { exit, out } = await apply(file, how, '--json');
      expect(exit).toBe(3);
      expect(reports(out)[1]).toMatchObject({ line: 2, result: 'refused', code: 'version-conflict' });
      expect(reports(out).at(-1)).toMatchObject({ summary: { refused: 1, written: 0 } });
    }
    expect(JSON.parse((await place.run('history', 'e-1', '--json')).out)).toHaveLength(1);
  });

  it('writes nothing and makes no file with --validate-only and preview', async () => {
    const file = place.write('a.jsonl', lines(ADMIT, NOTE, { type: 'Advance', episode: 'e-1' }));
    const valid = await apply(file, '--validate-only', '--json');
    expect(valid.exit).toBe(3);
    expect(reports(valid.out).map(({ result }) => result)).toEqual([
      'accepted',
      'accepted',
      'refused',
      undefined,
    ]);
    const preview = await place.run('preview', file, '--curricula', '.', '--today', '2026-01-09');
    expect(preview.exit).toBe(3);
    expect(preview.out).toMatch(
      /would be recorded: admitted: p-1.*[\s\S]*What would move in e-1[\s\S]*Orientation begins on 2026-01-05/,
    );
    expect(existsSync(join(place.path, 'clinic.db'))).toBe(false);
  });
});
