import { describe, expect, it } from 'vitest';
import { readCurriculum } from '../curricula/read-curriculum.ts';
import { type Clinic, createClinic } from '../generators/clinic.ts';

const PROGRAM = readCurriculum('opioid-treatment-program');
const director = { role: 'medical-director', reason: 'the records of the other clinic' } as const;

async function admitted(): Promise<Clinic> {
  const clinic = createClinic(PROGRAM);
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: PROGRAM.id });
  await clinic.must({ type: 'SignOff', role: 'medical-director', subject: 'take-home' });
  return clinic;
}
const now = async (clinic: Clinic) => (await clinic.engine.status('e-1')).takeHome!;

describe('time in treatment at another clinic', () => {
  it('counts for the band from the day on which somebody who may says so, and the status says how much of it there is', async () => {
    const clinic = await admitted();
    expect(await now(clinic)).toMatchObject({ day: 1, doses: 7, next: { on: '2026-01-19' } });
    const credit = { type: 'CreditTakeHomeTime', days: 20, from: 'north clinic' } as const;
    expect(await clinic.refused(credit)).toBe('role-not-allowed');
    expect(await clinic.refused({ ...credit, role: 'medical-director' })).toBe('reason-needed');
    const fact = await clinic.must({ ...credit, ...director });
    expect(await now(clinic)).toMatchObject({
      day: 21,
      doses: 14,
      next: { doses: 28, day: 31, on: '2026-01-15' },
      text: expect.stringMatching(
        /^up to 14 take-home doses on day 21 of treatment, 20 of them elsewhere \(.*, not checked in the rule itself\)/,
      ),
    });
    clinic.on('2026-01-15');
    expect(await now(clinic)).toMatchObject({ day: 31, doses: 28 });
    expect(await clinic.engine.status('e-1', { asOf: '2026-01-15' })).toMatchObject({ week: 2 });
    await clinic.must({ type: 'Void', fact, reason: 'another patient' });
    expect(await now(clinic)).toMatchObject({ day: 11, doses: 7 });
  });

  it('is added up over clinics, and makes a supply that rested on it a matter of review when it is taken back', async () => {
    const clinic = await admitted();
    const credit = { type: 'CreditTakeHomeTime', ...director } as const;
    const fact = await clinic.must({ ...credit, days: 20, from: 'north clinic' });
    await clinic.must({ ...credit, days: 10, from: 'south clinic' });
    expect(await now(clinic)).toMatchObject({ day: 31, doses: 28 });
    await clinic.must({ type: 'RecordTakeHome', doses: 14 });
    await clinic.must({ type: 'Void', fact, reason: 'another patient' });
    expect((await clinic.engine.status('e-1')).flags).toMatchObject([{ code: 'take-home-beyond' }]);
  });
});

describe('doses that are brought back', () => {
  it('are the last of those at home: their days are observed again, and the room that they leave can be given', async () => {
    const clinic = await admitted();
    const supply = { type: 'RecordTakeHome', doses: 6 } as const;
    await clinic.must(supply);
    clinic.on('2026-01-07');
    expect(await now(clinic)).toMatchObject({ held: 4, heldThrough: '2026-01-11' });
    const back = { type: 'RecordTakeHomeReturn', doses: 3 } as const;
    expect(await clinic.refused({ ...back, doses: 5 })).toBe('no-take-home');
    const fact = await clinic.must(back);
    expect(await now(clinic)).toMatchObject({ held: 1, heldThrough: '2026-01-08' });
    const days = async () =>
      (await clinic.engine.agenda('e-1', { from: '2026-01-08', days: 4 })).flatMap(({ track, date }) =>
        track === 'dosing' ? [date] : [],
      );
    expect(await days()).toEqual(['2026-01-09', '2026-01-10']);
    await clinic.must({ type: 'Void', fact, reason: 'counted wrong' });
    expect(await days()).toEqual([]);
  });

  it('cannot be those of days gone by, nor be more than there are; a supply that came back whole is gone', async () => {
    const clinic = await admitted();
    await clinic.must({ type: 'RecordTakeHome', doses: 2 });
    const back = { type: 'RecordTakeHomeReturn', doses: 2 } as const;
    expect(await clinic.refused(back)).toBe('no-take-home');
    clinic.on('2026-01-06');
    expect(await clinic.refused(back)).toBe('no-take-home');
    await clinic.must({ ...back, doses: 1 });
    expect(await now(clinic)).toMatchObject({ held: 0, heldThrough: null, supplies: [{ doses: 1 }] });
  });
});
