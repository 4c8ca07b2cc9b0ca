import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { attend, doseClinic, doseCurriculum } from './dose-clinic.ts';

const REVIEWED = {
  continuedStay: {
    everyDays: 14,
    continue: { type: 'meetings', atLeast: 2 },
    discharge: { type: 'absences', atLeast: 3 },
  },
};

describe('ReviewContinuedStay', () => {
  it('is due as often as the program reviews, or on the day that the last review named', async () => {
    const clinic = await doseClinic(REVIEWED);
    await attend(clinic, [5, 7, 9]);
    const next = async () =>
      (await clinic.engine.status('e-1')).due.find(({ item }) => item === 'continued-stay-review')?.dueOn;
    expect(await next()).toBe('2026-01-19');
    await clinic.must({ type: 'ReviewContinuedStay', outcome: 'continue' });
    expect(await next()).toBe('2026-01-23');
    await clinic.must({ type: 'ReviewContinuedStay', outcome: 'continue', nextReview: '2026-01-30' });
    expect(await next()).toBe('2026-01-30');
  });
  it('needs a reason where the criteria do not hold, and shows them', async () => {
    const clinic = await doseClinic(REVIEWED);
    await attend(clinic, [5]);
    const refused = await clinic.tell({ type: 'ReviewContinuedStay', outcome: 'continue' });
    expect(refused).toMatchObject({
      accepted: false,
      refusal: { code: 'reason-needed', gate: { truth: 'unsatisfied' } },
    });
    await clinic.must({ type: 'ReviewContinuedStay', outcome: 'continue', reason: 'new to the group' });
  });
  it('is shown with the criteria as they stood on its day', async () => {
    const clinic = await doseClinic(REVIEWED);
    await attend(clinic, [5]);
    await clinic.must({ type: 'ReviewContinuedStay', outcome: 'continue', reason: 'new to the group' });
    await attend(clinic, [7]);
    const { continuedStay } = await clinic.engine.status('e-1');
    expect(continuedStay?.criteria.continue?.truth).toBe('satisfied');
    expect(continuedStay?.last).toMatchObject({ on: '2026-01-05', outcome: 'continue', by: 'counselor-1' });
    expect(continuedStay?.last?.criteria.continue).toMatchObject({ truth: 'unsatisfied', found: 1 });
    expect(continuedStay?.last?.criteria.transfer).toBeNull();
  });
  it('names a next review that lies after it', async () => {
    const clinic = await doseClinic(REVIEWED);
    await attend(clinic, [5, 7]);
    const review = { type: 'ReviewContinuedStay', outcome: 'continue' } as const;
    expect(await clinic.refused({ ...review, nextReview: '2026-01-07' })).toBe('dates-contradict');
  });
});

describe('a review that asks for the weekly dose', () => {
  const weeks = (atLeast: number, more: object = {}) => ({ type: 'dose-weeks', atLeast, ...more });
  const asked = {
    continuedStay: {
      continue: weeks(2),
      transfer: weeks(1, { outcome: 'not-met' }),
      discharge: weeks(1, { since: 'phase' }),
    },
  };

  it('counts the whole weeks so far, three-valued, although nothing else does', async () => {
    const clinic = await doseClinic(asked);
    await attend(clinic, [5, 7, 9, 12, 14]);
    const truths = async (day: string) => {
      const { continuedStay } = await clinic.on(day).engine.status('e-1');
      const { continue: goesOn, transfer, discharge } = continuedStay!.criteria;
      return [goesOn?.truth, transfer?.truth, discharge?.truth];
    };
    expect(await truths('2026-01-15')).toEqual(['unsatisfied', 'unsatisfied', 'satisfied']);
    expect(await truths('2026-01-19')).toEqual(['unknown', 'unknown', 'satisfied']);
    await clinic.must({
      type: 'RecordAttendance',
      on: '2026-01-16',
      track: 'group',
      session: 1,
      status: 'absent',
    });
    expect(await truths('2026-01-19')).toEqual(['unsatisfied', 'satisfied', 'satisfied']);
  });

  it('makes no time pass that a simulation would have to follow', () => {
    expect(compilePlan(doseCurriculum(asked)).dose?.counted).toBeNull();
  });
});
