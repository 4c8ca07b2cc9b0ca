import { describe, expect, it } from 'vitest';
import { createClinic } from '../generators/clinic.ts';
import { attend, doseClinic, doseCurriculum } from './dose-clinic.ts';

const GIVEN = {
  type: 'RecordAuthorization',
  payer: 'Health plan',
  levelOfCare: { system: 'asam-3', level: '2.1' },
  unit: 'visits',
  units: 6,
  from: '2026-01-05',
  to: '2026-01-31',
} as const;

async function authorizations(clinic: Awaited<ReturnType<typeof doseClinic>>) {
  const { authorizations } = await clinic.engine.status('e-1');
  if (authorizations === null) throw new Error('there is none');
  return authorizations;
}
const work = async (clinic: Awaited<ReturnType<typeof doseClinic>>) =>
  (await clinic.engine.status('e-1')).due
    .filter(({ kind }) => kind === 'authorization')
    .map(({ item, dueOn }) => [item, dueOn]);

describe('RecordAuthorization', () => {
  it('counts units used from what is certain to what missing records allow', async () => {
    const clinic = await doseClinic();
    await clinic.must(GIVEN);
    await attend(clinic, [5, 7]);
    await attend(clinic, [9], { status: 'absent' });
    const [one] = (await authorizations(clinic.on('2026-01-13'))).authorizations;
    expect(one).toMatchObject({
      state: 'in-force',
      used: { atLeast: 2, atMost: 3 },
      left: { atLeast: 3, atMost: 4 },
      daysLeft: 19,
    });
  });
  it('counts hours by the minutes attended, meetings one by one, and days in treatment without leave', async () => {
    const clinic = await doseClinic();
    await clinic.must({ ...GIVEN, unit: 'hours', to: '2026-01-07' });
    await clinic.must({ ...GIVEN, unit: 'days', units: 30, from: '2026-01-08' });
    await attend(clinic, [5]);
    await attend(clinic, [7], { status: 'left-early', minutes: 90 });
    await attend(clinic, [9]);
    await clinic.on('2026-01-10').must({ type: 'StartLeave' });
    await clinic.on('2026-01-13').must({ type: 'EndLeave' });
    const all = (await authorizations(clinic)).authorizations;
    expect(all.map(({ used }) => used)).toEqual([
      { atLeast: 3.5, atMost: 3.5 },
      { atLeast: 3, atMost: 3 },
    ]);
  });
  it('never refuses attendance beyond the units or the dates, and lists it', async () => {
    const clinic = await doseClinic();
    await clinic.must({ ...GIVEN, units: 2, to: '2026-01-12' });
    await attend(clinic, [5, 7, 9, 12, 14]);
    const { uncovered } = await authorizations(clinic);
    expect(uncovered.map(({ on, why }) => `${on} ${why}`)).toEqual([
      '2026-01-09 the units of the authorization by Health plan were used up',
      '2026-01-12 the units of the authorization by Health plan were used up',
      '2026-01-14 no authorization was in force',
    ]);
    expect(await work(clinic)).toContainEqual(['authorization/uncovered/2026-01-14', '2026-01-14']);
  });
  it('makes work due before the units run out, before it ends, and for the review, until that is done or it is renewed', async () => {
    const clinic = await doseClinic();
    const fact = await clinic.must({ ...GIVEN, reviewDue: '2026-01-20' });
    await attend(clinic, [5, 7, 9]);
    expect(await work(clinic)).toEqual([
      [`authorization/${fact}/review`, '2026-01-20'],
      [`authorization/${fact}/ends`, '2026-01-24'],
    ]);
    await attend(clinic, [12]);
    expect(await work(clinic)).toContainEqual([`authorization/${fact}/units`, '2026-01-12']);
    await clinic.must({ type: 'CompleteTask', task: `authorization/${fact}/units` });
    expect(await work(clinic)).not.toContainEqual([`authorization/${fact}/units`, '2026-01-12']);
    const rows = await clinic.engine.due({ upTo: '2026-01-31' });
    expect(rows.map(({ item }) => item)).toContain(`authorization/${fact}/review`);
    const next = await clinic.must({ ...GIVEN, from: '2026-02-01', to: '2026-02-28' });
    expect(await work(clinic)).toEqual([[`authorization/${next}/ends`, '2026-02-21']]);
    await clinic.must({ type: 'Void', fact: next, reason: 'wrong patient' });
    expect(await work(clinic)).toHaveLength(2);
  });
  it('is charged for its own level first, and few units left are no work while another helps out', async () => {
    const clinic = await doseClinic();
    await clinic.must({
      ...GIVEN,
      units: 2,
      to: '2026-01-20',
      levelOfCare: { system: 'asam-3', level: '2.5' },
    });
    await clinic.must({ ...GIVEN, units: 5 });
    await attend(clinic, [5, 7]);
    const { authorizations: all } = await authorizations(clinic);
    expect(all.map(({ level, used }) => [level.level, used.atLeast])).toEqual([
      ['2.5', 0],
      ['2.1', 2],
    ]);
    await attend(clinic, [9]);
    expect((await work(clinic)).filter(([item]) => item?.endsWith('/units'))).toEqual([]);
  });
  it('is amended like any fact, by its own rules', async () => {
    const clinic = await doseClinic();
    const fact = await clinic.must(GIVEN);
    expect(await clinic.refused({ ...GIVEN, to: '2026-01-01' })).toBe('dates-contradict');
    const amend = { type: 'Amend', fact, reason: 'misread' } as const;
    expect(await clinic.refused({ ...amend, change: { to: '2026-01-01' } })).toBe('dates-contradict');
    await clinic.must({ ...amend, change: { units: 8 } });
    expect((await authorizations(clinic)).authorizations[0]?.units).toBe(8);
  });
  it('may come before admission', async () => {
    const clinic = createClinic(doseCurriculum());
    await clinic.must({ type: 'Refer', patient: 'p-1' });
    await clinic.must(GIVEN);
    await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop' });
    expect((await authorizations(clinic)).authorizations).toHaveLength(1);
  });
});

describe('the level of care', () => {
  it('is kept apart from the one that is authorized, with the gap in days', async () => {
    const clinic = await doseClinic({ levelOfCare: { system: 'asam-3', level: '2.5' } });
    await clinic.must({ ...GIVEN, to: '2026-01-11' });
    await clinic.must({ ...GIVEN, levelOfCare: { system: 'asam-3', level: '2.5' }, from: '2026-01-12' });
    const on = async (day: string) => (await authorizations(clinic.on(day))).level;
    expect(await on('2026-01-08')).toMatchObject({
      clinical: { level: '2.5' },
      authorized: { level: '2.1' },
      agreement: 'different',
      since: '2026-01-05',
      days: 4,
    });
    expect(await on('2026-01-13')).toMatchObject({ agreement: 'same', since: null, days: 0, daysInAll: 7 });
  });
  it('is not compared with one of another classification', async () => {
    const clinic = await doseClinic();
    await clinic.must({ ...GIVEN, levelOfCare: { system: 'asam-4', level: '2.1' } });
    expect((await authorizations(clinic)).level).toMatchObject({ agreement: 'unknown', daysInAll: 0 });
  });
});
