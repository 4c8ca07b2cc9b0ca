import { describe, expect, it } from 'vitest';
import type { Curriculum } from '../../../src/curriculum/curriculum.ts';
import type { Eligibility } from '../../../src/curriculum/eligibility.ts';
import { type Clinic, createClinic, type Loose } from '../../generators/clinic.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { smallPathway } from '../../generators/small-pathway.ts';

const MAGNET: Eligibility = {
  include: [{ type: 'age', atLeast: 18 }],
  exclude: [{ type: 'finding', finding: 'metal-in-head', title: 'metal in the head' }],
};
const down: Loose = { type: 'StepDown', stage: 'program' };
const intake = (more: object): Loose => ({ type: 'RecordIntake', intake: more });

/** A patient of the house who has signed off what its step-down asks; the program below says whom it admits. */
async function beforeTheMove(eligibility: Eligibility, ...before: readonly Loose[]): Promise<Clinic> {
  const program: Curriculum = { ...smallCurriculum(), eligibility };
  const clinic = createClinic([], { pathways: [smallPathway(() => {}, program)] });
  await clinic.must({ type: 'Refer', patient: 'p' });
  for (const command of before) await clinic.must(command);
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-pathway' });
  await clinic.on('2026-01-13').must({ type: 'SignOff', role: 'counselor', subject: 'step-down' });
  return clinic;
}
const ways = async (clinic: Clinic) =>
  (await clinic.engine.status('e-1')).allowed.flatMap(({ type, to }) =>
    type === 'StepDown' ? (to ?? []) : [],
  );

describe('a move to a program that says whom it admits', () => {
  it('is refused with the criteria that do not hold, and is not among what is allowed', async () => {
    const clinic = await beforeTheMove(MAGNET, intake({ age: 30, findings: { 'metal-in-head': true } }));
    expect(await ways(clinic)).toEqual([]);
    const { pathway } = await clinic.engine.status('e-1');
    expect(pathway?.moves[0]).toMatchObject({
      open: false,
      explanation: { truth: 'satisfied' },
      eligibility: { truth: 'unsatisfied', missing: 'metal in the head (must not be the case): yes' },
    });
    expect(await clinic.tell(down)).toMatchObject({
      refusal: {
        code: 'not-eligible',
        message:
          'Small intensive outpatient program does not admit: metal in the head (must not be the case): yes',
      },
    });
  });

  it('is overridden with a reason by those who may, and says so for good', async () => {
    const clinic = await beforeTheMove(MAGNET, intake({ age: 17, findings: { 'metal-in-head': false } }));
    const all: Loose = { ...down, overrideEligibility: true };
    expect(await clinic.refused(all)).toBe('role-not-allowed');
    const director = { ...all, role: 'supervisor' };
    expect(await clinic.refused(director)).toBe('reason-needed');
    await clinic.must({ ...director, reason: 'eighteen in two weeks' });
    const { eligibility, due } = await clinic.engine.status('e-1');
    expect(eligibility).toMatchObject({ overridden: true, explanation: { truth: 'unsatisfied' } });
    expect(due.map(({ item }) => item)).not.toContain('eligibility');
  });

  it('goes on where nobody asked, asks from the day of the move, or is refused, as the program says', async () => {
    const silent = await beforeTheMove(MAGNET);
    expect(await ways(silent)).toEqual(['program']);
    await silent.must(down);
    const asking = await beforeTheMove({ ...MAGNET, unknown: 'ask' });
    const asked = async () =>
      (await asking.engine.status('e-1')).due.find(({ item }) => item === 'eligibility');
    expect(await asked()).toBeUndefined();
    await asking.must(down);
    expect(await asked()).toMatchObject({ dueOn: '2026-01-13', title: expect.stringMatching(/^Find out/) });
    await asking.must(intake({ age: 30, findings: { 'metal-in-head': false } }));
    expect(await asked()).toBeUndefined();
    const strict = await beforeTheMove({ ...MAGNET, unknown: 'refuse' });
    expect(await strict.refused(down)).toBe('eligibility-unknown');
  });

  it('up is not kept back by it, but needs a reason', async () => {
    const program = smallCurriculum();
    const { pathway, curricula } = smallPathway(() => {}, program);
    const house = { ...curricula[0]!, eligibility: { include: MAGNET.include } };
    const clinic = createClinic([], { pathways: [{ pathway, curricula: [house, program] }] });
    await clinic.must({ type: 'Refer', patient: 'p' });
    await clinic.must(intake({ age: 17 }));
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-pathway', stage: 'program' });
    const up: Loose = { type: 'StepUp', stage: 'house', on: '2026-01-06' };
    clinic.on('2026-01-06');
    expect((await clinic.tell(up)).accepted).toBe(false);
    await clinic.must({ ...up, reason: 'a crisis' });
    const { due } = await clinic.engine.status('e-1');
    expect(due.find(({ item }) => item === 'eligibility')?.title).toMatch(/^Review the admission/);
  });
});
