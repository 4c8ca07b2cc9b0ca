import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import { type Clinic, createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

/** A program of one phase with two hours on Monday, Wednesday and Friday, and a dose of five hours on three days. */
export function doseCurriculum(change: Record<string, unknown> = {}): Curriculum {
  return smallCurriculum((written) => {
    const group = {
      id: 'group',
      title: 'Group',
      kind: 'process',
      format: 'group',
      order: 'rolling',
      during: ['treatment'],
      requires: 'none',
      schedule: [{ weekdays: ['monday', 'wednesday', 'friday'], start: '18:00', minutes: 120 }],
      sessions: [{ number: 1, title: 'One' }],
    };
    Object.assign(written, {
      phases: [
        { id: 'treatment', title: 'Treatment', weeks: '1-8', exit: { type: 'meetings', atLeast: 20 } },
        { id: 'done', title: 'Done', final: 'completed' },
      ],
      tracks: [group],
      drugTests: [],
      monitors: [],
      dose: [{ minutesPerWeek: 300, daysPerWeek: 3 }],
      ...change,
    });
  });
}

/** A clinic with that program, and a patient who was admitted on a day (Monday 2026-01-05 unless given). */
export async function doseClinic(
  change: Record<string, unknown> = {},
  admitted = '2026-01-05',
): Promise<Clinic> {
  const clinic = createClinic(doseCurriculum(change), { today: admitted });
  await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop' });
  return clinic;
}

/** Records the group on some days of January 2026, on the latest of them. */
export async function attend(clinic: Clinic, days: readonly number[], fields: Record<string, unknown> = {}) {
  for (const day of days) {
    const on = `2026-01-${String(day).padStart(2, '0')}`;
    clinic.on(on > clinic.today ? on : clinic.today);
    await clinic.must({
      type: 'RecordAttendance',
      on,
      track: 'group',
      session: 1,
      status: 'attended',
      ...fields,
    });
  }
}
