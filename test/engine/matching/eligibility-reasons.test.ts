import { describe, expect, it } from 'vitest';
import { match, matchOne } from './matching.ts';

const need = (level: string) => ({
  neededLevels: [{ level: { system: 'asam-3', level }, by: 'counselor' }],
});
const of = (found: ReturnType<typeof matchOne>) =>
  found.reasons.filter(({ code }) => code === 'eligibility').map(({ verdict }) => verdict);

describe('whom the curricula of a program admit', () => {
  it('speaks for or against it, by the facts on both sides, and keeps out whom none of them admits', () => {
    const entry = { curricula: ['matrix-iop-evening'] };
    const found = matchOne({ age: 17 }, entry);
    expect(found.standing).toBe('does-not-fit');
    expect(found.options).toMatchObject([{ curriculum: 'matrix-iop-evening', admits: false }]);
    expect(
      found.reasons.find(({ subject }) => subject === 'matrix-iop-evening.eligibility.include.0'),
    ).toMatchObject({
      code: 'eligibility',
      verdict: 'against',
      must: true,
      sentence: 'Matrix Model intensive outpatient program, evening does not admit: age at least 18: 17.',
      patient: { from: 'intake', path: 'age', value: '17' },
      program: {
        from: 'curriculum',
        path: 'matrix-iop-evening.eligibility.include.0',
        value: 'age at least 18',
      },
    });
    expect(of(matchOne({ age: 18 }, entry))).toContain('for');
  });

  it('is not known where the intake does not say, and asks the patient', () => {
    const found = match(
      { age: 40, conditions: ['substance-use'] },
      { curricula: ['residential-short-term'] },
    );
    const [program] = found.programs;
    expect(program).toMatchObject({ standing: 'open', options: [{ admits: null }] });
    expect(found.questions).toContain('What is the score of ciwa-ar?');
  });

  it('follows from the answers of an instrument in the intake as from its total', () => {
    const entry = { curricula: ['residential-short-term'] };
    const withdrawal = (screening: object) =>
      matchOne({ screenings: [{ instrument: 'ciwa-ar', ...screening }] }, entry).reasons.find(
        ({ patient }) => patient.path === 'screenings.ciwa-ar',
      );
    expect(withdrawal({ items: [7, 7, 7, 0, 0, 0, 0, 0, 0, 0] })).toMatchObject({
      verdict: 'against',
      patient: { value: '21' },
    });
    expect(withdrawal({ items: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] })).toMatchObject({ verdict: 'for' });
    expect(withdrawal({ score: 21 })).toMatchObject({ verdict: 'against' });
  });

  it('comes after the level that is needed, and before the hours, where a program runs several', () => {
    const young = { age: 16, workHours: [] };
    const entry = { curricula: ['matrix-iop-evening', 'match-cbt'] };
    expect(matchOne(young, entry).curriculum).toBe('match-cbt');
    expect(matchOne({ ...young, ...need('2.1') }, entry)).toMatchObject({
      curriculum: 'matrix-iop-evening',
      standing: 'does-not-fit',
    });
  });

  it('makes no program better by asking for more', () => {
    const intake = { age: 30, conditions: ['substance-use'], languages: ['en'] };
    const { programs } = match(intake, {}, { curricula: ['match-cbt'] }, { curricula: ['not-at-hand'] });
    expect(programs.map(({ program }) => program)).toEqual(['a', 'b', 'c']);
  });
});

describe('the priorities of a waitlist', () => {
  const pregnant = { type: 'finding', finding: 'pregnant', title: 'the patient is pregnant' };
  const waiting = {
    priorities: [{ id: 'pregnant', title: 'pregnant people', priority: 1, when: [pregnant] }],
  };
  const verdicts = (intake: object, entry: object) =>
    matchOne(intake, { waiting, ...entry }).reasons.flatMap(({ code, verdict, program }) =>
      code === 'priority' ? [[verdict, program.path]] : [],
    );

  it('speak for a program where the patient comes first, ask where that is not known, and are silent where a place is free', () => {
    const path = 'a.waiting.priorities.pregnant';
    expect(verdicts({ findings: { pregnant: true } }, {})).toEqual([['for', path]]);
    expect(verdicts({}, {})).toEqual([['unknown', path]]);
    expect(verdicts({ findings: { pregnant: false } }, {})).toEqual([]);
    expect(verdicts({}, { capacity: { free: 1 } })).toEqual([]);
    expect(match({}, { waiting }).questions).toContain('Is this the case: the patient is pregnant?');
  });
});
