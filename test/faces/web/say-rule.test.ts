import { describe, expect, it } from 'vitest';
import { sayRule } from '../../../src/faces/web/groups/say-rule.ts';

describe('a rule of a calendar', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=MO,FR', 'Mondays and Fridays'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'Mondays, Wednesdays and Fridays'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'every other Tuesday'],
    ['FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=TU,TH', 'every 3 weeks on Tuesday and Thursday'],
    ['FREQ=DAILY;INTERVAL=2', 'every other day'],
    ['FREQ=MONTHLY;BYDAY=1MO', 'the first Monday of each month'],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', 'the last Friday of each month'],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,22', 'the 1st and 22nd of every other month'],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20261224', 'Mondays, until Thu 24 Dec 2026'],
    ['FREQ=WEEKLY;BYDAY=MO;BYMONTH=1,2;COUNT=6', 'Mondays in January and February, 6 times'],
  ])('%s is said as: %s', (rule, words) => expect(sayRule(rule)).toBe(words));

  it.each([
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
  ])('without words here is said as it is written: %s', (rule) => expect(sayRule(rule)).toBe(rule));
});
