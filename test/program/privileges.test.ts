import { describe, expect, it } from 'vitest';
import { type Clinic, createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';
import { smallPathway } from '../generators/small-pathway.ts';

const CURRICULUM = smallCurriculum((written) => {
  written['privileges'] = [
    { id: 'phone', title: 'Phone', during: ['early-recovery', 'relapse-prevention'] },
    {
      id: 'chair',
      title: 'Chair of the meeting',
      kind: 'role',
      lostIn: [{ monitor: 'abstinence', states: ['lapse'] }],
    },
  ];
  (written['phases'] as { exit?: unknown }[])[1]!.exit = { type: 'holds', privilege: 'phone' };
});

async function inEarlyRecovery(): Promise<Clinic> {
  const clinic = createClinic(CURRICULUM);
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
  await clinic.must({ type: 'RecordAttendance', track: 'individual', session: 1, status: 'attended' });
  await clinic.must({ type: 'Advance' });
  return clinic;
}
const grant = (privilege: string) => ({ type: 'GrantPrivilege', privilege, reason: 'earned' }) as const;
const since = async (clinic: Clinic) =>
  (await clinic.engine.status('e-1')).privileges.map((privilege) => privilege.since);

describe('a privilege', () => {
  it('is held from the day of the grant until it is withdrawn, and a gate can ask for it', async () => {
    const clinic = await inEarlyRecovery();
    clinic.on('2026-01-12');
    expect(await clinic.refused({ type: 'Advance' })).toBe('gate-not-satisfied');
    const { gate } = await clinic.engine.status('e-1');
    expect(JSON.stringify(gate)).toContain('Phone is not held');
    await clinic.must(grant('phone'));
    expect(await since(clinic)).toEqual(['2026-01-12', null]);
    await clinic.must({ type: 'WithdrawPrivilege', privilege: 'phone', reason: 'late' });
    expect(await since(clinic)).toEqual([null, null]);
    await clinic.must(grant('phone'));
    await clinic.must({ type: 'Advance' });
    expect((await clinic.engine.status('e-1')).phase?.id).toBe('relapse-prevention');
    expect((await clinic.engine.status('e-1')).flags).toEqual([]);
  });

  it('is lost in a state of a monitor that ends it, and comes back when the fact behind it is voided', async () => {
    const clinic = await inEarlyRecovery();
    await clinic.must({ type: 'RecordDrugTest', result: 'negative' });
    await clinic.must(grant('chair'));
    clinic.on('2026-01-06');
    const use = await clinic.must({ type: 'RecordUse' });
    expect(await since(clinic)).toEqual([null, null]);
    await clinic.must({ type: 'Void', fact: use, reason: 'wrong patient' });
    expect(await since(clinic)).toEqual([null, '2026-01-05']);
  });

  it('is not granted without a reason', async () => {
    const clinic = await inEarlyRecovery();
    expect(await clinic.refused({ type: 'GrantPrivilege', privilege: 'phone' })).toBe('reason-needed');
  });

  it('ends with the phases in which it can be held', async () => {
    const clinic = await inEarlyRecovery();
    await clinic.must(grant('phone'));
    clinic.on('2026-01-13');
    await clinic.must({ type: 'Advance' });
    expect(await since(clinic)).toEqual(['2026-01-05', null]);
    await clinic.must({ type: 'Override', role: 'director', reason: 'r' });
    await clinic.must({ type: 'Advance' });
    expect(await since(clinic)).toEqual([null, null]);
  });
});

describe('a move to another program of a pathway', () => {
  it('keeps the privileges that the other program has, too, and allows in its first phase', async () => {
    const clinic = createClinic([], { pathways: [smallPathway(() => {}, CURRICULUM)] });
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-pathway', stage: 'program' });
    await clinic.must({ type: 'RecordAttendance', track: 'individual', session: 1, status: 'attended' });
    await clinic.must({ type: 'Advance' });
    await clinic.must(grant('phone'));
    await clinic.must(grant('chair'));
    await clinic
      .on('2026-01-07')
      .must({ type: 'TransferTo', stage: 'other', reason: 'works in the evening' });
    expect(await since(clinic)).toEqual([null, '2026-01-05']);
  });
});
