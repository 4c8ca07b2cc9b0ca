import { describe, expect, it } from 'vitest';
import { type Clinic, createClinic, type Loose } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const finding = (id: string) => ({ type: 'finding', finding: id, title: `the patient is ${id}` });
const TERMS = {
  offerDays: 3,
  priorities: [
    {
      id: 'pregnant',
      title: 'pregnant people',
      priority: 1,
      when: [finding('pregnant')],
      admitWithinDays: 14,
      admitWithInterimDays: 120,
    },
    { id: 'veteran', title: 'veterans', priority: 2, when: [finding('veteran')] },
  ],
  interim: [
    { service: 'prenatal-referral', title: 'Referral for prenatal care', withinDays: 2, for: ['pregnant'] },
  ],
};

async function waits(
  clinic: Clinic,
  episode: string,
  findings: object | null,
  on = '2026-01-05',
): Promise<void> {
  await clinic.must({ type: 'Refer', episode, patient: `p-${episode}`, on });
  if (findings !== null) await clinic.must({ type: 'RecordIntake', episode, on, intake: { findings } });
  await clinic.must({ type: 'JoinWaitlist', episode, on, program: 'house', ...TERMS } as Loose);
}

const order = async (clinic: Clinic) =>
  (await clinic.engine.waitlist()).map(({ episode, priority, priorityRule, mayComeBefore }) => [
    episode,
    priority,
    priorityRule,
    mayComeBefore.join(' '),
  ]);
const due = async (clinic: Clinic, episode: string) =>
  (await clinic.engine.status(episode)).due.flatMap(({ dueOn, title, work }) =>
    work ? [[dueOn, title]] : [],
  );

describe('the terms of a waitlist', () => {
  it('put first whom a rule is known to be about, and say of whom that is not known', async () => {
    const clinic = createClinic(smallCurriculum());
    await waits(clinic, 'neither', { pregnant: false, veteran: false });
    await waits(clinic, 'unasked', null);
    await waits(clinic, 'veteran', { pregnant: false, veteran: true });
    await waits(clinic, 'pregnant', { pregnant: true });
    expect(await order(clinic)).toEqual([
      ['pregnant', 1, 'pregnant', ''],
      ['veteran', 2, 'veteran', ''],
      ['neither', null, null, ''],
      ['unasked', null, null, 'pregnant veteran'],
    ]);
    expect(await due(clinic, 'unasked')).toEqual([
      ['2026-01-05', 'Find out, for the waitlist of house: the patient is pregnant: not known'],
      ['2026-01-05', 'Find out, for the waitlist of house: the patient is veteran: not known'],
    ]);
    expect(await clinic.refused({ type: 'OfferPlace', episode: 'neither' })).toBe('out-of-turn');
  });

  it('move a patient forward by what is found out later, from that day on', async () => {
    const clinic = createClinic(smallCurriculum());
    await waits(clinic, 'first', { pregnant: false, veteran: false });
    await waits(clinic, 'second', { pregnant: false, veteran: false });
    clinic.on('2026-01-09');
    await clinic.must({ type: 'RecordIntake', episode: 'second', intake: { findings: { pregnant: true } } });
    expect((await order(clinic)).map(([episode]) => episode)).toEqual(['second', 'first']);
    expect(await clinic.engine.status('second')).toMatchObject({ waitlist: { priority: 1 } });
    const then = await clinic.engine.waitlist({}, { asOf: '2026-01-08' });
    expect(then.map(({ episode }) => episode)).toEqual(['first', 'second']);
  });

  it('yield to a priority that was given with the entry', async () => {
    const clinic = createClinic(smallCurriculum());
    await clinic.must({ type: 'Refer', episode: 'e', patient: 'p' });
    await clinic.must({ type: 'RecordIntake', episode: 'e', intake: { findings: { pregnant: true } } });
    await clinic.must({
      type: 'JoinWaitlist',
      episode: 'e',
      program: 'house',
      ...TERMS,
      priority: 5,
    } as Loose);
    expect(await order(clinic)).toEqual([['e', 5, null, '']]);
  });

  it('make services due meanwhile, and the admission later where they were given in time', async () => {
    const clinic = createClinic(smallCurriculum());
    await waits(clinic, 'e', { pregnant: true });
    const admission = 'Admission to house is due (pregnant people)';
    expect(await due(clinic, 'e')).toEqual([
      ['2026-01-07', 'Referral for prenatal care, while the patient waits for house'],
      ['2026-01-19', admission],
    ]);
    const given: Loose = { type: 'RecordInterimService', episode: 'e', service: 'prenatal-referral' };
    await clinic.must({ ...given, on: '2026-01-05' });
    expect(await due(clinic, 'e')).toEqual([['2026-05-05', admission]]);
    const late = createClinic(smallCurriculum());
    await waits(late, 'e', { pregnant: true });
    late.on('2026-01-08');
    await late.must({ ...given, on: '2026-01-08' });
    expect(await due(late, 'e')).toEqual([['2026-01-19', admission]]);
  });

  it('count what was given on the day of the admission as given before it', async () => {
    const clinic = createClinic(smallCurriculum());
    await waits(clinic, 'e', { pregnant: true });
    await clinic.must({ type: 'RecordInterimService', episode: 'e', service: 'prenatal-referral' });
    await clinic.must({ type: 'Admit', episode: 'e', patient: 'p-e', curriculum: 'small-iop' });
    expect((await clinic.engine.status('e')).flags).toEqual([]);
  });

  it('say how long an offer can be accepted, unless it says so itself', async () => {
    const clinic = createClinic(smallCurriculum());
    await waits(clinic, 'e', { pregnant: false, veteran: false });
    await clinic.must({ type: 'OfferPlace', episode: 'e' });
    expect((await clinic.engine.status('e')).waitlist?.offerUntil).toBe('2026-01-08');
    await clinic.must({ type: 'DeclineOffer', episode: 'e' });
    await clinic.must({ type: 'OfferPlace', episode: 'e', until: '2026-01-06' });
    expect((await clinic.engine.status('e')).waitlist?.offerUntil).toBe('2026-01-06');
  });
});
