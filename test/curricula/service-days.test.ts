import { describe, expect, it } from 'vitest';
import { createClinic } from '../generators/clinic.ts';
import { readCurriculum } from './read-curriculum.ts';

const PLAN = readCurriculum('sixteen-session-program');
const GROUPS = ['2026-01-05', '2026-01-07', '2026-01-12', '2026-01-14', '2026-01-19', '2026-01-21'];

async function oriented() {
  const clinic = createClinic(PLAN);
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: PLAN.id });
  await clinic.must({ type: 'SignOff', role: 'counselor', subject: 'orientation' });
  await clinic.must({ type: 'Advance' });
  const come = async (...days: readonly string[]) => {
    for (const day of days) {
      clinic.on(day);
      await clinic.must({ type: 'RecordAttendance', track: 'group', status: 'attended' });
    }
  };
  const plan = async () => {
    const { due, monitors } = await clinic.engine.status('e-1');
    const task = due.find(({ item }) => item.startsWith('task/plan/'));
    return [monitors.find(({ id }) => id === 'plan')?.state, task?.dueOn ?? null, task?.role ?? null];
  };
  return { clinic, come, plan };
}

describe('a plan that must exist within five service days', () => {
  const groups = () => PLAN.tracks[0]!.schedule[0]!.weekdays;

  it('is due on the fifth day on which the patient came, and moves on with each that he did not', async () => {
    expect(groups()).toEqual(['monday', 'wednesday']);
    const { clinic, come, plan } = await oriented();
    expect(await plan()).toEqual(['due', '2026-01-19', 'counselor']);
    await come(...GROUPS.slice(0, 2));
    clinic.on('2026-01-12');
    await clinic.must({ type: 'RecordAttendance', track: 'group', status: 'absent' });
    clinic.on('2026-01-13');
    expect(await plan()).toEqual(['due', '2026-01-21', 'counselor']);
    const { due } = await clinic.engine.status('e-1');
    expect(due.find(({ item }) => item.startsWith('task/plan/'))?.because).toBe(
      '5 days of service from 2026-01-05, 2 so far and the others as they are expected: 2026-01-21',
    );
  });

  it('is overdue with the sixth, and then the work of a supervisor until it is written', async () => {
    const { clinic, come, plan } = await oriented();
    await come(...GROUPS.slice(0, 5));
    expect(await plan()).toEqual(['due', '2026-01-19', 'counselor']);
    await clinic.engine.advanceClock('2026-01-19');
    clinic.on('2026-01-20');
    await clinic.engine.advanceClock('2026-01-20');
    expect(await plan()).toEqual(['due', '2026-01-19', 'counselor']);
    await come(GROUPS[5]!);
    expect(await plan()).toEqual(['overdue', '2026-01-21', 'supervisor']);
    await clinic.must({ type: 'SignOff', role: 'counselor', subject: 'treatment-plan' });
    expect(await plan()).toEqual(['written', null, null]);
  });

  it('is in time when it is signed on the fifth, whatever is recorded first', async () => {
    const { clinic, come, plan } = await oriented();
    await come(...GROUPS.slice(0, 5));
    await clinic.must({ type: 'SignOff', role: 'counselor', subject: 'treatment-plan' });
    await come(GROUPS[5]!);
    expect(await plan()).toEqual(['written', null, null]);
  });

  it('does not run out while the patient is away, however long', async () => {
    const { clinic, come, plan } = await oriented();
    await come(...GROUPS.slice(0, 2));
    clinic.on('2026-01-08');
    await clinic.must({ type: 'StartLeave', expectedReturn: '2026-01-19' });
    clinic.on('2026-01-19');
    await clinic.engine.advanceClock('2026-01-19');
    await clinic.must({ type: 'EndLeave' });
    expect(await plan()).toEqual(['due', '2026-01-26', 'counselor']);
  });
});
