import { describe, expect, it } from 'vitest';
import { gateList } from '../../../src/faces/web/gate-list.ts';
import type { Explanation } from '../../../src/program/explanation.ts';

const leaf = (given: Partial<Explanation>): Explanation => ({
  ...{ truth: 'unsatisfied', type: 'sessions', sentence: '', missing: null, earliest: null },
  ...given,
});
/** What a reader sees of a gate, one criterion a line. */
const lines = (explanation: Explanation) =>
  String(gateList(explanation, '2026-03-02'))
    .replaceAll(/<li>/g, '\n')
    .replaceAll(/<span class="mark[^>]*>(.)<\/span>/g, '$1 ')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);
const sessions = leaf({
  sentence: '7 to 8 sessions of Early recovery attended, at least 8 needed',
  missing: '1 more session (7 of 8 sessions of Early recovery attended)',
  earliest: '2026-03-06',
});

describe('a gate as sentences', () => {
  it('says how many there are and how many more by when, each of it once, what is missing first', () => {
    const signed = leaf({ truth: 'satisfied', type: 'signed-off', sentence: 'sign-off of the plan given' });
    const gate = leaf({
      type: 'all',
      sentence: '1 of 2 hold',
      of: [signed, sessions],
      earliest: '2026-03-06',
    });
    expect(lines(gate)).toEqual([
      '1 of 2 hold; all of it on Fri 6 Mar at the earliest.',
      '✗ 7 of 8 sessions of Early recovery attended, 1 more by Fri 6 Mar at the earliest',
      '✓ sign-off of the plan given',
    ]);
  });

  it('does not say twice what a sentence says already', () => {
    const rate = '58% to 66% of the meetings attended, at least 75% needed';
    expect(lines(leaf({ sentence: rate, missing: rate }))).toEqual([`✗ ${rate}`]);
    const score = leaf({
      truth: 'unknown',
      sentence: 'score unknown',
      missing: 'no phq-9 assessment is recorded yet',
    });
    expect(lines(score)).toEqual(['? no phq-9 assessment is recorded yet']);
  });

  it('says of what must not be so that it is not the case, with the sign of the whole', () => {
    const lapse = leaf({ type: 'in-monitor', sentence: 'Abstinence: Lapse is not the case' });
    expect(lines(leaf({ type: 'not', truth: 'satisfied', sentence: 'not: …', of: [lapse] }))).toEqual([
      '✓ Abstinence: Lapse is not the case',
    ]);
    const lapsed = leaf({ type: 'in-monitor', truth: 'satisfied', sentence: 'Abstinence: Lapse' });
    expect(lines(leaf({ type: 'not', sentence: 'not: …', of: [lapsed] }))).toEqual([
      '✗ Abstinence: Lapse, which must not be so',
    ]);
  });

  it('leaves out the other ways where one of several is enough and holds', () => {
    const done = leaf({ truth: 'satisfied', sentence: '20 of 12 meetings documented' });
    const any = leaf({
      type: 'any',
      truth: 'satisfied',
      sentence: '1 of 2 hold, 1 needed',
      of: [done, sessions],
    });
    expect(lines(any)).toEqual(['✓ One of several is enough:', '✓ 20 of 12 meetings documented']);
    expect(lines({ ...any, truth: 'unsatisfied', of: [sessions, sessions] })).toHaveLength(3);
  });
});
