import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgramMatch } from '../../../src/engine/matching/program-match.ts';
import { matchOne } from './matching.ts';

const level = fc.constantFrom(
  { system: 'asam-3', level: '2.1' },
  { system: 'asam-3', level: '2.5' },
  { system: 'asam-4', level: '2.1' },
  { system: 'general', level: 'outpatient' },
);
const hours = fc.record({
  weekdays: fc.subarray(['monday', 'tuesday', 'friday', 'sunday'], { minLength: 1 }),
  from: fc.constantFrom('06:00', '17:00', '22:00'),
  to: fc.constantFrom('06:00', '12:00', '18:00'),
});
const some = <T>(...values: T[]) => fc.subarray(values);
const yes = fc.boolean();
const conditions = ['substance-use', 'eating-disorder', 'mental-health'];

const wholeIntake = fc.record({
  neededLevels: fc.array(
    level.map((one) => ({ level: one, by: 'counselor' })),
    { minLength: 1, maxLength: 2 },
  ),
  conditions: some(...conditions),
  age: fc.integer({ min: 10, max: 70 }),
  languages: fc.subarray(['en', 'es', 'fr'], { minLength: 1 }),
  networks: some('blue', 'red'),
  workHours: fc.array(hours, { maxLength: 2 }),
  identityNeeds: some('parents', 'veterans'),
  transport: fc.constantFrom('own-car', 'public-transport', 'needs-ride'),
  startWithinDays: fc.nat(20),
});
const wholeEntry = fc.record({
  levels: fc.array(level, { maxLength: 3 }),
  curricula: some('generic-iop-evening', 'partial-hospitalization', 'match-cbt', 'not-at-hand'),
  hours: fc.array(hours, { maxLength: 2 }),
  ages: fc.constantFrom({}, { minimum: 18 }, { maximum: 17 }, { minimum: 18, maximum: 64 }),
  networks: some('blue', 'green'),
  selfPay: yes,
  languages: some('en', 'es'),
  conditions: fc.record(Object.fromEntries(conditions.map((id) => [id, yes]))),
  people: fc.record({ parents: yes, veterans: yes }),
  transport: fc.record({ publicTransport: yes, rides: yes, remote: yes }),
  capacity: fc.record({ free: fc.nat(2) }),
  waitlist: fc.record({ days: fc.nat(20) }),
});

/** Leaves out the keys for which the dice say so; in mappings of yes and no, single ones too. */
function lessKnown<T extends object>(whole: T, dice: readonly boolean[]): Partial<T> {
  let thrown = 0;
  const out = () => dice[thrown++ % dice.length] === true;
  const fields = Object.entries(whole).flatMap(([key, value]) => {
    if (out()) return [];
    if (
      !['conditions', 'people', 'transport'].includes(key) ||
      typeof value !== 'object' ||
      Array.isArray(value)
    )
      return [[key, value]];
    return [[key, Object.fromEntries(Object.entries(value as object).filter(() => !out()))]];
  });
  return Object.fromEntries(fields) as Partial<T>;
}

function verdicts({ reasons, options }: ProgramMatch): Map<string, string> {
  const all = [...reasons, ...options.map((option) => option.hours)];
  return new Map(all.map(({ code, subject, verdict }) => [`${code} ${subject}`, verdict]));
}

const dice = fc.array(yes, { minLength: 7, maxLength: 23 });

describe('what is known', () => {
  it('is never made unknown by a further fact', () => {
    let compared = 0;
    fc.assert(
      fc.property(wholeIntake, wholeEntry, dice, dice, (intake, entry, ofIntake, ofEntry) => {
        const before = verdicts(matchOne(lessKnown(intake, ofIntake), lessKnown(entry, ofEntry)));
        const after = verdicts(matchOne(intake, entry));
        for (const [key, verdict] of before) {
          if (verdict === 'unknown' || !after.has(key)) continue;
          compared += 1;
          expect([key, after.get(key)]).not.toEqual([key, 'unknown']);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(compared).toBeGreaterThan(4_000);
  });

  it('rests on a fact of both sides wherever it speaks against a program', () => {
    fc.assert(
      fc.property(wholeIntake, wholeEntry, dice, dice, (intake, entry, ofIntake, ofEntry) => {
        const { reasons } = matchOne(lessKnown(intake, ofIntake), lessKnown(entry, ofEntry));
        for (const { verdict, patient, program, questions } of reasons) {
          if (verdict === 'against') expect([patient.value, program.value]).not.toContain(null);
          expect(questions.length > 0).toBe(verdict === 'unknown');
        }
      }),
    );
  });
});
