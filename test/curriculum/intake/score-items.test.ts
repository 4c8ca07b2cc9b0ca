import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreItems } from '../../../src/curriculum/intake/score-items.ts';
import { SCREENING_INSTRUMENTS } from '../../../src/curriculum/intake/screening.ts';
import { SCREENING_ITEMS } from '../../../src/curriculum/intake/screening-items.ts';

describe('scoreItems', () => {
  it.each(Object.entries(SCREENING_ITEMS))('reaches exactly the range of %s', (id, highest) => {
    const { minimum, maximum } = SCREENING_INSTRUMENTS[id as keyof typeof SCREENING_INSTRUMENTS];
    expect(
      scoreItems(
        id,
        highest.map(() => 0),
      ),
    ).toEqual({ ok: true, score: minimum });
    expect(scoreItems(id, highest)).toEqual({ ok: true, score: maximum });
  });

  it('gives no total where an answer is missing, out of its range, or no whole number', () => {
    for (const answers of [
      [1, 2, 0, 3, 1, 0],
      [1, 2, 0, 3, 1, 0, 4],
      [1, 2, 0, 3, 1, 0, -1],
      [0.5, 0, 0, 0, 0, 0, 0],
    ])
      expect(scoreItems('gad-7', answers)).toMatchObject({ ok: false });
    expect(scoreItems('gad-7', [1, 2, 0, 3, 1, 0, 4])).toMatchObject({
      problem: 'item 7 of gad-7 gives 0 to 3; 4 is no answer to it',
    });
  });

  it('adds up no instrument whose terms were not read', () => {
    expect(scoreItems('dast-10', Array(10).fill(1))).toMatchObject({ ok: false });
    expect(scoreItems('toString', [])).toMatchObject({ ok: false });
  });

  it('rises by one point with each point of an item', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.entries(SCREENING_ITEMS)), fc.nat(), ([id, highest], pick) => {
        const index = pick % highest.length;
        const some = highest.map((most, i) => (i === index ? 0 : (pick + i) % (most + 1)));
        const more = some.map((points, i) => (i === index ? 1 : points));
        const [a, b] = [scoreItems(id, some), scoreItems(id, more)];
        expect(a.ok && b.ok && b.score - a.score).toBe(1);
      }),
    );
  });
});
