import { describe, expect, it } from 'vitest';
import { createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const assess = (more: object) => ({ type: 'RecordAssessment', instrument: 'gad-7', ...more }) as const;

describe('RecordAssessment', () => {
  it('makes the total of the points of the items, and refuses what makes none', async () => {
    const clinic = createClinic(smallCurriculum());
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
    const items = [1, 2, 0, 3, 1, 0, 2];
    for (const wrong of [{ items: [1, 2] }, { instrument: 'dast-10', items: [1] }, {}, { items, score: 8 }])
      expect(await clinic.refused(assess(wrong))).toBe('items-unfit');
    const version = await clinic.must(assess({ items }));
    const history = await clinic.engine.history('e-1');
    expect(history.find((entry) => entry.version === version)?.event).toMatchObject({ score: 9, items });
  });
});
