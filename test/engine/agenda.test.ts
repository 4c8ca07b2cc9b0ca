import { describe, expect, it } from 'vitest';
import { createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

describe('the agenda', () => {
  it('goes through the sessions of a fixed order, meeting by meeting, and ends with the last one', async () => {
    const clinic = createClinic([smallCurriculum()], { today: '2026-01-06' });
    await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop' });
    await clinic.must({ type: 'RecordAttendance', track: 'individual', status: 'attended' });
    await clinic.must({ type: 'Advance' });
    const skills = async () =>
      (await clinic.engine.agenda('e-1', { days: 21 }))
        .filter(({ track }) => track === 'skills')
        .map(({ date, session, recorded }) => [date, session, recorded]);
    expect(await skills()).toEqual([
      ['2026-01-09', 1, false],
      ['2026-01-12', 2, false],
      ['2026-01-16', 3, false],
      ['2026-01-19', 4, false],
    ]);
    await clinic.on('2026-01-09').must({ type: 'RecordAttendance', track: 'skills', status: 'attended' });
    expect((await skills()).slice(0, 2)).toEqual([
      ['2026-01-09', 1, true],
      ['2026-01-12', 2, false],
    ]);
  });
});
