import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../command-line.ts';
import { record, recordThreePatients } from './two-versions.ts';

const TODAY = ['--today', '2026-01-16'];

describe('stepwell export', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = openWorkplace();
    await recordThreePatients(place);
    await record(
      place,
      '2026-01-16',
      { type: 'AddNote', episode: 'e-1', text: `\u001b[31m${'a long note '.repeat(20)}`, on: '2026-01-12' },
      {
        type: 'Amend',
        episode: 'e-1',
        fact: 3,
        change: { status: 'late', minutes: 40 },
        reason: 'came late',
      },
      { type: 'Void', episode: 'e-1', fact: 5, reason: 'wrong patient' },
    );
  });
  afterAll(() => place.remove());

  it('writes everything about one patient as JSON', async () => {
    const { exit, out } = await place.run('export', 'e-1', ...TODAY);
    expect(exit).toBe(0);
    const whole = JSON.parse(out);
    expect(whole).toMatchObject({ format: 'stepwell-episode-1', status: { patient: 'Pat e-1' } });
    expect(whole.history).toHaveLength(7);
    expect((await place.run('export', 'e-1', '--format', 'chronology', '--json', ...TODAY)).out).toMatch(
      /^\{/,
    );
  });

  it('writes a chronology: days, who recorded what and when, corrections, meetings, where the patient stands', async () => {
    const { exit, out } = await place.run('export', 'e-1', '--format', 'chronology', ...TODAY);
    expect(exit).toBe(0);
    const text = out.replaceAll(/\n {9}(?=\S)/g, ' ').replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'NOW');
    expect(text).toMatch(/^Chronology of episode e-1\nPrinted NOW from 7 events\n/);
    expect(text).toMatch(/WHERE THE PATIENT STANDS\n\ne-1 · patient Pat e-1 · counselor kim\n/);
    expect(text).toMatch(
      /\nMon 2026-01-05\n {2}meeting of Skills 1, Triggers: attended \(event 2\)\n {4}1 {2}admitted: Pat e-1/,
    );
    expect(text).toMatch(/\n {4}1 {2}.*\n {7}kim, recorded NOW\n {7}→ Admitted\n/);
    expect(text).toMatch(
      /\n {4}3 {2}\[amended\] skills 2: attended\n.*\n {7}corrected by event 6: amended: .*kim, recorded NOW, because: came late/,
    );
    expect(text).toMatch(/\n {4}5 {2}\[voided\] note: \[31ma long note/);
    expect(text).toMatch(/meeting of Relapse prevention 2, Drift: no record/);
    expect(text).not.toContain('\u001b');
    expect(
      Math.max(
        ...out
          .slice(out.indexOf('WHAT HAPPENED'))
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(96);
  });

  it('has no colours in a file even where they are forced', async () => {
    const forced = { env: { FORCE_COLOR: '1' } };
    await place.runWith(forced, 'export', 'e-1', '--format', 'chronology', '--out', 'plain.txt', ...TODAY);
    expect(readFileSync(join(place.path, 'plain.txt'), 'utf8')).not.toContain('\u001b');
  });

  it('writes a new file that only its owner may read, and never over another', async () => {
    const first = await place.run('export', 'e-1', '--out', 'e-1.json', ...TODAY);
    expect(first).toMatchObject({
      exit: 0,
      out: '',
      err: expect.stringMatching(/7 events of e-1 written to e-1\.json/),
    });
    const file = join(place.path, 'e-1.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8')).status.episode).toBe('e-1');
    place.write('kept.txt', 'kept');
    const second = await place.run('export', 'e-1', '--out', 'kept.txt', ...TODAY);
    expect(second).toMatchObject({ exit: 6, err: expect.stringMatching(/kept\.txt exists already/) });
    expect(readFileSync(join(place.path, 'kept.txt'), 'utf8')).toBe('kept');
  });

  it('says what cannot be done', async () => {
    expect(await place.run('export', 'e-9')).toMatchObject({
      exit: 5,
      err: expect.stringMatching(/no episode e-9/),
    });
    const format = await place.run('export', 'e-1', '--format', 'jsn');
    expect(format).toMatchObject({ exit: 2, err: expect.stringMatching(/did you mean json\?/) });
    expect((await place.run('export', 'e-1', '--out', 'nowhere/e-1.json')).exit).toBe(5);
    expect((await place.run('export')).exit).toBe(2);
  });
});
