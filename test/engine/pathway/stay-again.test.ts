import { describe, expect, it } from 'vitest';
import { createClinic, type Loose } from '../../generators/clinic.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { smallPathway } from '../../generators/small-pathway.ts';

const at = (track: string, more: object = {}): Loose => ({
  type: 'RecordAttendance',
  track,
  status: 'attended',
  ...more,
});

/** A patient who was in the program from 5 January, in the house from 19 January, and is in the program again from 2 February. */
async function back() {
  const clinic = createClinic([], { pathways: [smallPathway()] });
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-pathway', stage: 'program' });
  await clinic.must(at('individual', { session: 1 }));
  await clinic.must({ type: 'Advance' });
  await clinic.must(at('skills'));
  await clinic.on('2026-01-19').must({ type: 'StepUp', reason: 'a crisis' });
  await clinic.on('2026-02-02').must({ type: 'SignOff', subject: 'step-down' });
  await clinic.must({ type: 'StepDown', stage: 'program' });
  return clinic;
}

describe('a patient who comes back to a program that he was in before', () => {
  it('begins its weeks and stays anew, keeps what was attended, and the status says that it is again', async () => {
    const clinic = await back();
    const { week, phase, admittedOn, pathway, tracks } = await clinic.engine.status('e-1');
    expect({ week, phase: phase?.id, days: phase?.days, admittedOn }).toEqual({
      week: 1,
      phase: 'orientation',
      days: 0,
      admittedOn: '2026-01-05',
    });
    expect(pathway?.stage).toMatchObject({ id: 'program', days: 0, stays: 2, daysBefore: 14 });
    expect(tracks.find(({ id }) => id === 'individual')?.done).toEqual([1]);
    expect(tracks.find(({ id }) => id === 'skills')?.done).toEqual([1]);
    const [row] = await clinic.engine.caseload();
    expect(row).toMatchObject({ week: 1, admittedOn: '2026-01-05' });
    expect(await clinic.engine.status('e-1', { asOf: '2026-01-12' })).toMatchObject({
      week: 2,
      pathway: { stage: { stays: 1, daysBefore: 0 } },
    });
  });

  it('comes to the groups of the first weeks: a fixed order begins with its first session, which is done already', async () => {
    const clinic = await back();
    await clinic.must({ type: 'Advance' });
    const [next] = await clinic.engine.agenda('e-1', { from: '2026-02-02', days: 7 });
    expect(next).toMatchObject({ date: '2026-02-02', track: 'skills', session: 1 });
  });
});

describe('a patient who is taken back in the same episode', () => {
  it('goes on in the week in which he was: the days between are like a leave, and it is one stay', async () => {
    const program = smallCurriculum((written) => {
      const policies = written['policies'] as Record<string, unknown>;
      policies['readmission'] = { sameEpisodeWithin: { days: 30 } };
    });
    const clinic = createClinic([], { pathways: [smallPathway(undefined, program)] });
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-pathway', stage: 'program' });
    await clinic.on('2026-01-13').must({ type: 'Discharge', discharge: 'dropped-out' });
    await clinic.on('2026-01-27').must({ type: 'Readmit', reason: 'called' });
    expect(await clinic.engine.status('e-1')).toMatchObject({
      week: 2,
      pathway: { stage: { stays: 1, daysBefore: 0 } },
    });
  });
});
