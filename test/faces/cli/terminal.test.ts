import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/faces/cli/clean-text.ts';
import { displayWidth } from '../../../src/faces/cli/display-width.ts';
import { openWorkplace, type Workplace } from './command-line.ts';

const NASTY = 'a\u001b[2Jb\u0007c\u009b31md\r\ne\u202ef';

describe('what the command line prints', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = openWorkplace();
    await place.run(
      'admit',
      'e-1',
      '--patient',
      NASTY,
      '--curriculum',
      'program.yaml',
      '--counselor',
      NASTY,
      '--on',
      '2026-01-05',
    );
    await place.run('note', 'e-1', NASTY, '--reason', NASTY, '--by', NASTY, '--today', '2026-01-05');
  });
  afterAll(() => place.remove());

  it.each([
    ['status', 'e-1'],
    ['history', 'e-1'],
    ['caseload'],
    ['due'],
    ['note', 'e-1', NASTY, '--today', '2026-01-06'],
    ['status', NASTY],
  ])('holds no control characters that came with data: %s', async (...args) => {
    const { out, err } = await place.runWith({ env: { FORCE_COLOR: '0' } }, ...args);
    expect(out + err).not.toBe('');
    expect((out + err).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('has colours where they are forced, and none where NO_COLOR is set or the output is no terminal', async () => {
    expect((await place.runWith({ env: { FORCE_COLOR: '1' } }, 'status', 'e-1')).out).toContain('\u001b[1m');
    expect((await place.run('status', 'e-1')).out).not.toContain('\u001b');
    expect((await place.runWith({ env: { NO_COLOR: '1' } }, 'status', 'e-1')).out).not.toContain('\u001b');
  });

  it('keeps JSON as the data is', async () => {
    const status = JSON.parse((await place.run('status', 'e-1', '--json')).out);
    expect(status.patient).toBe(NASTY);
    expect(Object.keys(status)).toEqual(
      expect.arrayContaining([
        'episode',
        'patient',
        'counselor',
        'curriculum',
        'version',
        'asOf',
        'lifecycle',
        'week',
        'phase',
        'tracks',
        'monitors',
        'drugTests',
        'gate',
        'due',
        'allowed',
      ]),
    );
  });
});

describe('cleanText', () => {
  it('takes out what moves the cursor, colours, or turns the direction of writing', () => {
    expect(cleanText(NASTY)).toBe('a[2Jbc31md ef');
  });
});

describe('displayWidth', () => {
  it('counts two columns for wide characters and none for marks', () => {
    expect([displayWidth('abc'), displayWidth('日本'), displayWidth('e\u0301')]).toEqual([3, 4, 1]);
  });
});
