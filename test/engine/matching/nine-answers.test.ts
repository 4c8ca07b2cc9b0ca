import { describe, expect, it } from 'vitest';
import { matchOne } from './matching.ts';

const answers = (intake: object, entry: object) =>
  Object.fromEntries(matchOne(intake, entry).answers.map((one) => [one.code, one.answer]));

describe('the nine answers', () => {
  it('are not known of a program that says nothing', () => {
    const found = matchOne({}, {}).answers;
    expect(found.map(({ answer }) => answer)).toEqual(Array(9).fill(null));
    expect(new Set(found.map(({ question }) => question)).size).toBe(9);
  });

  it('take duration, structure, arrangement and course from the curriculum', () => {
    const found = answers({}, { curricula: ['matrix-iop-evening'] });
    expect(found['duration']).toMatch(/^48 weeks as published: Early recovery weeks 1 to 4, /);
    expect(found['structure']).toMatch(
      /Early recovery skills: 8 group sessions; Relapse prevention: 32 group/,
    );
    expect(found['arrangement']).toMatch(/Relapse prevention: Monday and Friday 18:35 to 20:05;/);
    expect(found['arrangement']).toMatch(/Up to 7 hours a week, on 3 days \(week 1\)$/);
    expect(found['proceeding']).toMatch(
      /^Orientation → Early recovery → Relapse prevention → .* → Graduated$/,
    );
  });

  it('name the first of the fullest weeks', () => {
    const found = answers({}, { curricula: ['partial-hospitalization'] });
    expect(found['arrangement']).toMatch(/ hours a week, on 5 days \(week 1\)$/);
    expect(answers({}, { curricula: ['match-cbt'] })['arrangement']).toMatch(/on 1 day \(week 1\)$/);
  });

  it('say where a curriculum was not checked against its source', () => {
    const found = matchOne({}, { curricula: ['matrix-iop-evening'], ages: {} }).answers;
    expect(found.filter(({ provisional }) => provisional).map(({ code }) => code)).toEqual([
      'duration',
      'structure',
      'arrangement',
      'proceeding',
    ]);
  });

  it('take the rest from what the program says, in view of the patient', () => {
    const entry = {
      networks: ['red'],
      ages: { minimum: 18 },
      conditions: { 'substance-use': true, 'eating-disorder': false },
      people: { veterans: true },
      expertise: ['nurses', 'a psychiatrist'],
    };
    expect(answers({}, entry)).toMatchObject({
      network: 'In network with red',
      condition: 'It has experience with substance use.',
      people: 'It has experience with veterans.',
      ages: '18 and older',
      expertise: 'nurses and a psychiatrist',
    });
    const intake = { networks: ['blue'], conditions: ['eating-disorder'], identityNeeds: ['parents'] };
    expect(answers(intake, entry)).toMatchObject({
      network: 'It is not in network with blue.',
      condition: 'It has no experience with eating disorders.',
      people: null,
    });
  });

  it('name the facts that they rest on', () => {
    const found = matchOne({}, { curricula: ['match-cbt'], ages: { minimum: 18 } }).answers;
    const facts = found.filter(({ answer }) => answer !== null).flatMap(({ facts: some }) => some);
    expect(facts.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['match-cbt.phases', 'match-cbt.tracks', 'a.ages']),
    );
    expect(facts.every(({ value }) => value !== null)).toBe(true);
  });
});
