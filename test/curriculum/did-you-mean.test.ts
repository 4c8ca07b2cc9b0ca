import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/curriculum/did-you-mean.ts';

describe('didYouMean', () => {
  it.each([
    ['weeekdays', ': did you mean weekdays?'],
    ['Weekdays', ': did you mean weekdays?'],
    ['level-of-care', ': did you mean levelOfCare?'],
    ['titel', ': did you mean title?'],
    ['x', ''],
    ['capacity', ''],
    ['', ''],
  ])('says for %j %j', (word, suggestion) => {
    expect(didYouMean(word, ['weekdays', 'weeks', 'title', 'levelOfCare', 'id'])).toBe(suggestion);
  });

  it('has nothing to say without candidates', () => {
    expect(didYouMean('weeks', [])).toBe('');
  });
});
