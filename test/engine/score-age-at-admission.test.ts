import { describe, expect, it } from 'vitest';
import { createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

describe('a score that is asked before an admission', () => {
  const asks = smallCurriculum((written) => {
    written['eligibility'] = {
      exclude: [{ type: 'score', instrument: 'ciwa-ar', atLeast: 20, within: { days: 7 } }],
    };
  });
  const screened = (score: number, on: string) => ({
    type: 'RecordIntake' as const,
    intake: { on, screenings: [{ instrument: 'ciwa-ar', score }] },
  });
  async function referred() {
    const clinic = createClinic(asks);
    await clinic.must({ type: 'Refer', patient: 'p' });
    return clinic;
  }
  const admit = { type: 'Admit', patient: 'p', curriculum: 'small-iop' } as const;

  it('bars it while it is not too old; after that it is unknown, and finding out is work', async () => {
    const clinic = await referred();
    await clinic.must({ type: 'RecordAssessment', instrument: 'ciwa-ar', score: 24 });
    clinic.on('2026-01-12');
    expect(await clinic.refused(admit)).toBe('not-eligible');
    clinic.on('2026-01-13');
    await clinic.must(admit);
    const { due, eligibility } = await clinic.engine.status('e-1');
    expect(due.map(({ title }) => title)).toContain(
      'Find out: ciwa-ar score at least 20 in the last 7 days (must not be the case): 24 on 2026-01-05, which is too long ago',
    );
    expect(eligibility?.explanation.truth).toBe('unknown');
    await clinic.must({ type: 'RecordAssessment', instrument: 'ciwa-ar', score: 2 });
    expect((await clinic.engine.status('e-1')).due.map(({ kind }) => kind)).not.toContain('review');
  });

  it('is asked by the day of the admission: no stay makes it too old', async () => {
    const clinic = await referred();
    await clinic.must({ type: 'RecordAssessment', instrument: 'ciwa-ar', score: 3 });
    await clinic.must(admit);
    clinic.on('2026-01-25');
    expect((await clinic.engine.status('e-1')).eligibility?.explanation.truth).toBe('satisfied');
  });

  it('is that of the later day, of an assessment or of a screening in the intake', async () => {
    const clinic = await referred();
    await clinic.must({ type: 'RecordAssessment', instrument: 'ciwa-ar', score: 24 });
    clinic.on('2026-01-08');
    await clinic.must(screened(2, '2026-01-08'));
    await clinic.must(admit);
    const other = await referred();
    await other.must(screened(2, '2026-01-04'));
    await other.must({ type: 'RecordAssessment', instrument: 'ciwa-ar', score: 24 });
    expect(await other.refused(admit)).toBe('not-eligible');
  });
});
