import { describe, expect, it } from 'vitest';
import { createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

/** The small program without its monitors, and with one criterion over PHQ-9 at the gate of the first phase. */
async function withGate(exit: object) {
  const curriculum = smallCurriculum((written) => {
    const [first] = written['phases'] as Record<string, unknown>[];
    first!['exit'] = exit;
    written['monitors'] = [];
  });
  const clinic = createClinic(curriculum);
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
  const score = (points: number) =>
    clinic.must({ type: 'RecordAssessment', instrument: 'phq-9', score: points });
  const gate = async () => (await clinic.engine.status('e-1')).gate!.explanation;
  return { clinic, score, gate };
}

describe('a criterion over a score with `within`', () => {
  it('is unknown from the day on which the latest score is too old, and says so', async () => {
    const { clinic, score, gate } = await withGate({
      type: 'score',
      instrument: 'phq-9',
      atMost: 9,
      within: { days: 14 },
    });
    await score(4);
    clinic.on('2026-01-19');
    expect((await gate()).truth).toBe('satisfied');
    clinic.on('2026-01-20');
    expect(await gate()).toMatchObject({
      truth: 'unknown',
      missing: 'no phq-9 assessment is recorded of the last 14 days',
      earliest: null,
    });
    expect(await clinic.refused({ type: 'Advance' })).toBe('gate-unknown');
    await score(6);
    await clinic.must({ type: 'Advance' });
  });

  it('counts the latest score however old it is without it', async () => {
    const { clinic, score, gate } = await withGate({ type: 'score', instrument: 'phq-9', atMost: 9 });
    await score(4);
    clinic.on('2026-12-01');
    expect((await gate()).truth).toBe('satisfied');
  });

  it('asks the age of the latest score for a change, not of the first', async () => {
    const { clinic, score, gate } = await withGate({
      type: 'score-change',
      instrument: 'phq-9',
      atMost: -5,
      within: { weeks: 1 },
    });
    await score(20);
    clinic.on('2026-03-02');
    await score(8);
    expect((await gate()).truth).toBe('satisfied');
    clinic.on('2026-03-10');
    expect(await gate()).toMatchObject({
      truth: 'unknown',
      missing: 'no phq-9 assessment after a first one is recorded of the last week',
    });
  });

  it('is told of a late score by the day of the assessment, not by that of the entry', async () => {
    const { clinic, gate } = await withGate({
      type: 'score',
      instrument: 'phq-9',
      atMost: 9,
      within: { days: 3 },
    });
    await clinic
      .on('2026-01-20')
      .must({ type: 'RecordAssessment', instrument: 'phq-9', score: 2, on: '2026-01-10' });
    expect((await gate()).truth).toBe('unknown');
  });
});
