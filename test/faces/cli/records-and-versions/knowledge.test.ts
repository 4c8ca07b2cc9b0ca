import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../command-line.ts';
import { recordThreePatients } from './two-versions.ts';

const TODAY = ['--today', '2026-01-16'];

describe('stepwell diff-knowledge', () => {
  let place: Workplace;
  let before: string;
  let after: string;
  beforeAll(async () => {
    place = openWorkplace();
    await recordThreePatients(place);
    const lastRecorded = async () => {
      const { out } = await place.run('history', 'e-1', '--json', ...TODAY);
      return (
        (JSON.parse(out) as { recordedAt: string }[])
          .map(({ recordedAt }) => recordedAt)
          .sort()
          .at(-1) ?? ''
      );
    };
    before = await lastRecorded();
    await place.run('void', 'e-1', '3', '--reason', 'wrong patient', ...TODAY);
    after = await lastRecorded();
  });
  afterAll(() => place.remove());

  it('says what was recorded in between, and what moved by it', async () => {
    const { exit, out } = await place.run(
      'diff-knowledge',
      'e-1',
      '--as-of',
      '2026-01-16',
      '--between',
      before,
      after,
    );
    expect(exit).toBe(0);
    expect(out).toMatch(/^Recorded after \S+Z and up to \S+Z\n +5 {2}2026-01-16 {2}event 3 voided {2}kim\n/);
    expect(out).toMatch(/The advance to Recovery on 2026-01-09 no longer holds: 1 more session/);
    expect(out).toMatch(/Skills: 1 sessions instead of 2/);
    expect(out).not.toMatch(/Pat e-1/);
  });

  it('tells all of it where nothing was known before, and nothing where nothing was recorded', async () => {
    const begun = await place.run(
      'diff-knowledge',
      'e-1',
      '--as-of',
      '2026-01-09',
      '--between',
      '2026-01-01',
      before,
      '--json',
    );
    expect(begun.exit).toBe(0);
    const { recorded, movements } = JSON.parse(begun.out);
    expect(recorded.map(({ version }: { version: number }) => version)).toEqual([1, 2, 3, 4]);
    expect(movements).toContainEqual({
      kind: 'phase',
      id: 'recovery',
      before: null,
      after: '2026-01-09',
      on: '2026-01-09',
      sentence: 'Recovery begins on 2026-01-09',
    });
    const still = await place.run(
      'diff-knowledge',
      'e-1',
      '--as-of',
      '2026-01-16',
      '--between',
      after,
      '2099-12-31',
      ...TODAY,
    );
    expect(still).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/\n {2}nothing\nWhat was known otherwise\n {2}nothing\n$/),
    });
  });

  it('refuses moments that are none, not two, or in the wrong order', async () => {
    const wrong = (...between: string[]) =>
      place.run('diff-knowledge', 'e-1', '--between', ...between, ...TODAY);
    expect(await wrong('yesterday', after)).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/--between: write a day/),
    });
    expect(await wrong(after)).toMatchObject({ exit: 2, err: expect.stringMatching(/two moments/) });
    expect(await wrong(after, before)).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/earlier one first/),
    });
    expect((await wrong(before, after, after)).exit).toBe(2);
    expect((await place.run('diff-knowledge', 'e-1')).exit).toBe(2);
    const early = await wrong('2025-01-01', '2025-01-02');
    expect(early).toMatchObject({ exit: 5, err: expect.stringMatching(/nothing was known of episode e-1/) });
    expect((await place.run('diff-knowledge', 'e-9', '--between', before, after)).exit).toBe(5);
  });
});
