import { describe, expect, it } from 'vitest';
import { type Clinic, createClinic, type Loose } from '../generators/clinic.ts';
import { recordsOf } from '../generators/life.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const SMALL = smallCurriculum();
const attend = (track: string, session: number, more: object = {}): Loose => ({
  type: 'RecordAttendance',
  track,
  session,
  status: 'attended',
  ...more,
});

async function admitted(): Promise<Clinic> {
  const clinic = createClinic(SMALL);
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop' });
  return clinic;
}

describe('work that was done', () => {
  it('closes a task on the day on which it was raised, whatever the hour of the meeting that raised it', async () => {
    const clinic = await admitted();
    await clinic.must({ ...attend('individual', 1), status: 'absent' });
    clinic.on('2026-01-06');
    await clinic.must({ ...attend('individual', 1), status: 'absent' });
    const [task] = await clinic.engine.due({ episode: 'e-1', role: 'counselor' });
    expect(task?.item).toBe('task/attendance/outreach/call-patient');
    await clinic.must({ type: 'CompleteTask', task: 'attendance/outreach/call-patient' });
    const { due } = await clinic.engine.status('e-1');
    expect(due.filter((item) => item.kind === 'task')).toEqual([]);
  });

  it('closes a review after the end of the episode', async () => {
    const clinic = await admitted();
    clinic.on('2026-01-08');
    await clinic.must(attend('individual', 1));
    await clinic.must({ type: 'Advance' });

    clinic.on('2026-01-09');
    await clinic.must({ type: 'Discharge', discharge: 'dropped-out' });
    await clinic.must({ type: 'Void', fact: 2, reason: 'another patient' });
    const flagged = await clinic.engine.status('e-1');
    expect(flagged.flags.map(({ code, fact }) => [code, fact])).toEqual([['advance-without-gate', 3]]);
    await clinic.must({ type: 'CompleteTask', task: 'review/3' });
    const reviewed = await clinic.engine.status('e-1');
    expect(reviewed.flags).toEqual([]);
    expect(reviewed.due).toEqual([]);
  });

  it('is refused for what is no task but a date', async () => {
    const clinic = await admitted();
    clinic.on('2026-01-20');
    expect((await clinic.engine.status('e-1')).due.some(({ item }) => item === 'drug-test/urine')).toBe(true);
    expect(await clinic.refused({ type: 'CompleteTask', task: 'drug-test/urine' })).toBe('unknown-task');
  });
});

describe('a make-up', () => {
  it('takes the place of no meeting of its day', async () => {
    const clinic = await admitted();
    await clinic.must(attend('individual', 1));
    await clinic.must({ type: 'Advance' });
    clinic.on('2026-01-09');
    await clinic.must(attend('skills', 1, { makeUp: true }));
    clinic.on('2026-01-10');
    const skills = (await clinic.engine.status('e-1')).tracks.find(({ id }) => id === 'skills');
    expect(skills).toMatchObject({ done: [1], unrecorded: 2 });
  });
});

describe('a future day', () => {
  it('has not come for an admission that is held: no row speaks of treatment before', async () => {
    const clinic = createClinic(SMALL);
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'small-iop', on: '2026-01-12' });
    expect(await clinic.engine.caseload()).toMatchObject([{ lifecycle: 'referred', asOf: '2026-01-05' }]);
    expect(await clinic.engine.status('e-1')).toMatchObject({
      lifecycle: 'referred',
      phase: null,
      admittedOn: null,
    });
    clinic.on('2026-01-12');
    const report = await clinic.engine.advanceClock('2026-01-12');
    expect(report.touched).toBe(1);
    expect(await clinic.engine.caseload()).toMatchObject([{ lifecycle: 'active', admittedOn: '2026-01-12' }]);
  });

  it('leaves no trace of a held command that is taken back', async () => {
    const told = async (clinic: Clinic) => {
      clinic.on('2026-01-20');
      await clinic.engine.advanceClock('2026-01-20');
      const { version: _version, ...status } = await clinic.engine.status('e-1');
      return status;
    };
    const plain = await admitted();
    const clinic = await admitted();
    const leave = await clinic.must({ type: 'StartLeave', on: '2026-01-12', expectedReturn: '2026-01-16' });
    const discharge = await clinic.must({ type: 'Discharge', discharge: 'dropped-out', on: '2026-01-15' });
    const note = await clinic.must({ type: 'AddNote', text: 'call', on: '2026-01-14' });
    expect((await clinic.engine.status('e-1')).due.map(({ item }) => item)).toContain(`scheduled/${leave}`);
    for (const fact of [leave, discharge, note])
      await clinic.must({ type: 'Void', fact, reason: 'plans changed' });
    expect(await told(clinic)).toEqual(await told(plain));
    expect((await clinic.engine.history('e-1')).filter(({ standing }) => standing === 'voided')).toHaveLength(
      3,
    );
  });

  it('comes: a held leave and discharge take effect on their days', async () => {
    const clinic = await admitted();
    await clinic.must({ type: 'StartLeave', on: '2026-01-12' });
    await clinic.must({ type: 'Discharge', discharge: 'dropped-out', on: '2026-01-15' });
    const lifecycleOn = async (asOf: string) => (await clinic.engine.status('e-1', { asOf })).lifecycle;
    expect(await lifecycleOn('2026-01-11')).toBe('active');
    expect(await lifecycleOn('2026-01-12')).toBe('on-leave');
    expect(await lifecycleOn('2026-01-15')).toBe('discharged');
  });
});

describe('a clock that was set back', () => {
  it('keeps the instants of recording in order, for commands and for the clock itself', async () => {
    const clinic = await admitted();
    clinic.on('2026-01-09');
    await clinic.must({ type: 'AddNote', text: 'before' });
    clinic.now = '2026-01-09T11:00:00.000Z';
    await clinic.must({ type: 'AddNote', text: 'after the clock was set back by an hour' });
    clinic.on('2026-02-20');
    clinic.now = '2026-01-09T10:30:00.000Z';
    await clinic.engine.advanceClock('2026-02-20');
    const instants = (await recordsOf(clinic)).map(({ recordedAt }) => recordedAt);
    expect(instants.length).toBeGreaterThan(3);
    expect(instants).toEqual([...instants].sort());
  });
});

describe('an override', () => {
  it('is listed as long as it bears on the gate, and no longer after a return to its phase', async () => {
    const clinic = await admitted();
    await clinic.must(attend('individual', 1));
    await clinic.must({ type: 'Advance' });
    const overridden = { type: 'Override', role: 'director', reason: 'moves away' } as const;
    await clinic.must(overridden);
    expect((await clinic.engine.status('e-1')).overrides).toHaveLength(1);
    clinic.on('2026-01-06');
    await clinic.must({ type: 'Advance' });
    clinic.on('2026-01-08');
    await clinic.must({ type: 'ReturnToPhase', to: 'early-recovery', reason: 'use' });
    expect((await clinic.engine.status('e-1')).overrides).toEqual([]);
    expect(await clinic.refused({ type: 'Advance' })).toBe('gate-not-satisfied');
  });

  it('is used up by the advance, also where the patient is sent back on the same day; another one is needed then', async () => {
    const clinic = await admitted();
    await clinic.must(attend('individual', 1));
    await clinic.must({ type: 'Advance' });
    const overridden = { type: 'Override', role: 'director', reason: 'moves away' } as const;
    await clinic.must(overridden);
    await clinic.must({ type: 'Advance' });
    await clinic.must({ type: 'ReturnToPhase', to: 'early-recovery', reason: 'use' });
    expect(await clinic.refused({ type: 'Advance' })).toBe('gate-not-satisfied');
    await clinic.must(overridden);
    await clinic.must({ type: 'Advance' });
    const { phase, flags } = await clinic.engine.status('e-1');
    expect([phase?.id, flags]).toEqual(['relapse-prevention', []]);
  });
});
