import { describe, expect, it } from 'vitest';
import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import { createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

/** The small program, of which the first phase asks for two weeks of abstinence. */
function program(more: (written: Record<string, unknown>) => void = () => {}): Curriculum {
  return smallCurriculum((written) => {
    const [first] = written['phases'] as Record<string, unknown>[];
    first!['exit'] = { type: 'days-abstinent', atLeast: 14 };
    written['policies'] = { drugTests: { missedCountsAs: 'missed' } };
    more(written);
  });
}

/** A patient who used last on the day before his admission. */
async function admitted(curriculum = program()) {
  const clinic = createClinic(curriculum);
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop', lastUseOn: '2026-01-04' });
  const gate = async () => (await clinic.engine.status('e-1')).gate!.explanation;
  const known = async () => (await clinic.engine.status('e-1')).drugTests;
  return { clinic, gate, known };
}

describe('days abstinent', () => {
  it('are counted up to the last day on which the patient was seen, tested or reached', async () => {
    const { clinic, known } = await admitted();
    await clinic.on('2026-01-12').must({ type: 'RecordDrugTest', result: 'negative' });
    clinic.on('2026-01-25');
    expect(await known()).toMatchObject({ daysAbstinent: 8, abstinentUntil: '2026-01-12' });
    await clinic.must({ type: 'RecordContact', reached: false });
    expect(await known()).toMatchObject({ daysAbstinent: 8 });
    await clinic.must({ type: 'RecordContact', reached: true });
    expect(await known()).toMatchObject({ daysAbstinent: 21, abstinentUntil: '2026-01-25' });
    await clinic.on('2026-01-30').must({ type: 'RecordDrugTest', result: 'missed' });
    expect(await known()).toMatchObject({ daysAbstinent: 21 });
  });

  it('leave a gate unknown, and not open, while nobody has seen the patient', async () => {
    const { clinic, gate } = await admitted();
    await clinic.on('2026-01-12').must({ type: 'RecordContact', reached: true });
    clinic.on('2026-01-17');
    expect(await gate()).toMatchObject({ truth: 'unsatisfied', found: 8, possible: 13 });
    clinic.on('2026-01-18');
    expect(await gate()).toMatchObject({
      truth: 'unknown',
      missing:
        'nobody has seen or reached the patient for 6 days: 8 to 14 days abstinent, at least 14 needed',
      earliest: '2026-01-18',
    });
    expect(await clinic.refused({ type: 'Advance' })).toBe('gate-unknown');
    await clinic.must({ type: 'RecordContact', reached: true });
    await clinic.must({ type: 'Advance' });
  });

  it('stop at a discharge, and no contact after it makes them more', async () => {
    const { clinic, known } = await admitted();
    await clinic.on('2026-01-10').must({ type: 'RecordContact', reached: true });
    await clinic.on('2026-01-14').must({ type: 'Discharge', discharge: 'dropped-out' });
    clinic.on('2026-02-20');
    expect(await known()).toMatchObject({ daysAbstinent: 6, abstinentUntil: '2026-01-10' });
    await clinic.must({ type: 'RecordContact', reached: true });
    expect((await known()).daysAbstinent).toBeLessThanOrEqual(10);
  });

  it('begin again with a use, whenever the patient was seen after it', async () => {
    const { clinic, known } = await admitted();
    await clinic.on('2026-01-12').must({ type: 'RecordUse', on: '2026-01-10' });
    expect(await known()).toMatchObject({ daysAbstinent: 0, abstinentUntil: '2026-01-10' });
    await clinic.must({ type: 'RecordContact', reached: true });
    expect(await known()).toMatchObject({ daysAbstinent: 2 });
  });
});

describe('contact with a patient', () => {
  it('is a readmission: nobody is looked for because he was away between his discharge and it', async () => {
    const clinic = createClinic(
      program((written) => {
        written['policies'] = { readmission: { sameEpisodeWithin: { days: 30 } } };
      }),
    );
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
    await clinic.on('2026-01-06').must({ type: 'Discharge', discharge: 'dropped-out' });
    await clinic.on('2026-01-26').must({ type: 'Readmit' });
    const state = async () => (await clinic.engine.status('e-1')).monitors[0]!.state;
    clinic.on('2026-01-30');
    expect(await state()).toBe('regular');
    clinic.on('2026-02-03');
    expect(await state()).toBe('outreach');
  });
});
