import { describe, expect, it } from 'vitest';
import { createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

describe('a preview', () => {
  it('says that the latest thing on record falls away when that is voided', async () => {
    const clinic = createClinic([smallCurriculum()], { today: '2026-01-06' });
    await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop' });
    await clinic.must({ type: 'RecordAttendance', track: 'individual', status: 'attended' });
    const advance = await clinic.on('2026-01-08').must({ type: 'Advance' });
    const { episodes } = await clinic.engine.preview({
      type: 'Void',
      episode: 'e-1',
      fact: advance,
      reason: 'meant for another patient',
    });
    expect(episodes[0]?.movements.map(({ sentence }) => sentence)).toContain(
      'The move to Early recovery on 2026-01-08 no longer holds',
    );
  });
});
