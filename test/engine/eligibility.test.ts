import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Curriculum } from '../../src/curriculum/curriculum.ts';
import type { Eligibility } from '../../src/curriculum/eligibility.ts';
import { checkStructure } from '../../src/curriculum/structure.ts';
import { explainEligibility } from '../../src/program/explain-eligibility.ts';
import { type Clinic, createClinic, type Loose } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const ADULTS: Eligibility = {
  include: [
    { type: 'age', atLeast: 18 },
    { type: 'condition', oneOf: ['substance-use', 'dual-diagnosis'] },
  ],
  exclude: [{ type: 'score', instrument: 'ciwa-ar', atLeast: 20 }],
};
const refer: Loose = { type: 'Refer', patient: 'p' };
const admit: Loose = { type: 'Admit', patient: 'p', curriculum: 'small-iop' };
const intake = (more: object): Loose => ({ type: 'RecordIntake', intake: more });

function clinicFor(eligibility: Eligibility): Clinic {
  return createClinic({ ...smallCurriculum(), eligibility });
}

describe('an admission to a program that says whom it admits', () => {
  it('is refused with the criteria that do not hold, each with the fact that says so', async () => {
    const clinic = clinicFor(ADULTS);
    await clinic.must(refer);
    await clinic.must(intake({ age: 17, conditions: ['substance-use'] }));
    await clinic.must({ type: 'RecordAssessment', instrument: 'ciwa-ar', score: 25 });
    const outcome = await clinic.tell(admit);
    expect(outcome).toMatchObject({
      accepted: false,
      refusal: {
        code: 'not-eligible',
        message:
          'Small intensive outpatient program does not admit: age at least 18: 17; ciwa-ar score at least 20 (must not be the case): 25',
        gate: {
          truth: 'unsatisfied',
          of: [
            { type: 'age', truth: 'unsatisfied', facts: [2] },
            { type: 'condition', truth: 'satisfied', facts: [2] },
            { type: 'score', truth: 'unsatisfied', facts: [3] },
          ],
        },
      },
    });
  });

  it('goes on where nobody asked, asks, or is refused, as the program says', async () => {
    const silent = clinicFor(ADULTS);
    await silent.must(admit);
    expect(await silent.engine.due({ upTo: '2026-01-05' })).toEqual([]);
    const asking = clinicFor({ ...ADULTS, unknown: 'ask' });
    await asking.must(admit);
    const work = async () =>
      (await asking.engine.due({ upTo: '2026-01-05' })).filter(({ item }) => item === 'eligibility');
    expect(await work()).toMatchObject([
      { title: expect.stringMatching(/^Find out: age at least 18: not known/) },
    ]);
    await asking.must({ type: 'RecordAssessment', instrument: 'ciwa-ar', score: 3 });
    expect((await work())[0]?.title).not.toContain('ciwa-ar');
    const strict = clinicFor({ ...ADULTS, unknown: 'refuse' });
    expect(await strict.refused(admit)).toBe('eligibility-unknown');
  });

  it('is overridden with a reason by those who may, and says so for good', async () => {
    const clinic = clinicFor(ADULTS);
    await clinic.must(refer);
    await clinic.must(intake({ age: 17, conditions: ['substance-use'] }));
    const all: Loose = { ...admit, overrideEligibility: true };
    expect(await clinic.refused(all)).toBe('role-not-allowed');
    expect(await clinic.refused({ ...all, role: 'director' })).toBe('reason-needed');
    await clinic.must({ ...all, role: 'director', reason: 'eighteen in two weeks' });
    const { eligibility, due } = await clinic.engine.status('e-1');
    expect(eligibility).toMatchObject({ overridden: true, explanation: { truth: 'unsatisfied' } });
    expect(due.map(({ item }) => item)).not.toContain('eligibility');
  });

  it('is up for review where the intake turns out to have been wrong, and no longer where that was', async () => {
    const clinic = clinicFor(ADULTS);
    await clinic.must(refer);
    const told = await clinic.must(intake({ age: 30, conditions: ['substance-use'] }));
    await clinic.must(admit);
    const items = async () => (await clinic.engine.status('e-1')).due.map(({ item }) => item);
    expect(await items()).not.toContain('eligibility');
    const change = { intake: { age: 15, conditions: ['substance-use'] } };
    const mend = await clinic.must({ type: 'Amend', fact: told, change, reason: 'a digit too many' });
    expect(await items()).toContain('eligibility');
    await clinic.must({ type: 'Void', fact: mend, reason: 'it was right' });
    expect(await items()).not.toContain('eligibility');
  });
});

describe('eligibility', () => {
  const answers = fc.record({
    age: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    conditions: fc.option(fc.subarray(['substance-use', 'mental-health'] as const), { nil: undefined }),
  });

  it('is never denied by an answer that nobody gave, and more answers never make a known one unknown', () =>
    fc.assert(
      fc.property(answers, (value) => {
        const given = Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined));
        const explain = (intake: object) =>
          explainEligibility(ADULTS, { intake: { value: intake as never, fact: 1 }, scores: new Map() });
        const nothing = explain({});
        expect(nothing.truth).toBe('unknown');
        const whole = explain(given);
        whole.of?.forEach((child, i) => {
          const key = ['age', 'conditions'][i];
          if (key !== undefined) expect(child.truth === 'unknown').toBe(given[key] === undefined);
        });
        const denied = whole.of?.some(({ truth }) => truth === 'unsatisfied') ?? false;
        expect(whole.truth === 'unsatisfied').toBe(denied);
      }),
    ));

  it('that nobody can meet, or that names an instrument of nobody, is a problem of the curriculum', () => {
    const broken = Curriculum.parse({
      ...smallCurriculum(),
      instruments: [{ id: 'phq-9', title: 'PHQ-9' }],
      eligibility: {
        include: [
          { type: 'age', atLeast: 30, atMost: 20 },
          { type: 'score', instrument: 'phq-99', atMost: 5 },
        ],
      },
    });
    const found = checkStructure(broken).filter(({ path }) => path[0] === 'eligibility' && path.length > 3);
    expect(found.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['threshold-impossible', 'eligibility.include.0.atMost'],
      ['dangling-reference', 'eligibility.include.1.instrument'],
    ]);
  });

  it('has a criterion for each thing that an intake can answer', () => {
    const all: Eligibility = {
      include: [
        { type: 'rating', edition: 'asam-3', dimension: 1, atMost: 1 },
        { type: 'needed-level', oneOf: [{ system: 'asam-3', level: '2.1' }] },
        { type: 'language', oneOf: ['es'] },
        { type: 'score', instrument: 'audit', atLeast: 8, atMost: 30 },
      ],
    };
    const { of } = explainEligibility(all, {
      intake: {
        fact: 4,
        value: {
          ratings: [{ edition: 'asam-3', by: 'nurse', dimensions: { '1': 2 } }],
          neededLevels: [{ level: { system: 'asam-3', level: '2.1' }, by: 'nurse' }],
          languages: ['en', 'es'],
          screenings: [{ instrument: 'audit', score: 12 }],
        },
      },
      scores: new Map(),
    });
    expect(of?.map(({ truth, sentence }) => [truth, sentence])).toEqual([
      ['unsatisfied', 'rating of dimension 1 (Acute intoxication and withdrawal) at most 1: 2'],
      ['satisfied', 'needs Intensive outpatient services: Intensive outpatient services'],
      ['satisfied', 'speaks Spanish: English, Spanish'],
      ['satisfied', 'audit score from 8 to 30: 12'],
    ]);
  });
});
