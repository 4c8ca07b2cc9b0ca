import { describe, expect, it } from 'vitest';
import { combineTruths, compareMeasured, negate, type Truth } from '../../src/program/evaluate-criterion.ts';

const [T, F, U] = ['satisfied', 'unsatisfied', 'unknown'] as const;
const ALL: readonly Truth[] = [T, F, U];

describe('three-valued logic', () => {
  it.each([
    [T, T, T],
    [T, F, F],
    [T, U, U],
    [F, F, F],
    [F, U, F],
    [U, U, U],
  ])('all of %s and %s is %s', (a, b, both) => {
    expect(combineTruths([a, b], 2)).toBe(both);
    expect(combineTruths([b, a], 2)).toBe(both);
  });

  it.each([
    [T, T, T],
    [T, F, T],
    [T, U, T],
    [F, F, F],
    [F, U, U],
    [U, U, U],
  ])('any of %s and %s is %s', (a, b, either) => {
    expect(combineTruths([a, b], 1)).toBe(either);
    expect(combineTruths([b, a], 1)).toBe(either);
  });

  it.each([
    [T, F],
    [F, T],
    [U, U],
  ])('not %s is %s', (a, opposite) => {
    expect(negate(a)).toBe(opposite);
  });

  it('decides n of m as every way of finding out what is unknown would, and is unknown where the ways differ', () => {
    for (const a of ALL)
      for (const b of ALL)
        for (const c of ALL)
          for (const needed of [1, 2, 3]) {
            const ways = [a, b, c].reduce<boolean[][]>(
              (known, truth) =>
                known.flatMap((way) => (truth === U ? [true, false] : [truth === T]).map((v) => [...way, v])),
              [[]],
            );
            const answers = new Set(ways.map((way) => way.filter(Boolean).length >= needed));
            const expected = answers.size === 2 ? U : answers.has(true) ? T : F;
            expect([a, b, c, needed, combineTruths([a, b, c], needed)]).toEqual([a, b, c, needed, expected]);
          }
  });

  it.each([
    [{ low: 3, high: 3 }, 'at-least', 3, T],
    [{ low: 2, high: 2 }, 'at-least', 3, F],
    [{ low: 2, high: 3 }, 'at-least', 3, U],
    [{ low: 3, high: 5 }, 'at-least', 3, T],
    [{ low: 3, high: 3 }, 'at-most', 3, T],
    [{ low: 4, high: 4 }, 'at-most', 3, F],
    [{ low: 3, high: 4 }, 'at-most', 3, U],
    [{ low: 1, high: 3 }, 'at-most', 3, T],
  ] as const)('%j %s %d is %s', (measured, compare, value, truth) => {
    expect(compareMeasured(measured, compare, value)).toBe(truth);
  });
});
