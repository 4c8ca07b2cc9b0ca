import type { Curriculum } from '../../../src/curriculum/curriculum.ts';
import type { MigrationMapping } from '../../../src/curriculum/migration-mapping.ts';
import { type Clinic, createClinic } from '../../generators/clinic.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';

/** A clinic with the small program and another version of it; the older one is the newest for admissions. */
export function clinicWith(later: Curriculum, more: readonly Curriculum[] = []): Clinic {
  return createClinic([...more, later, smallCurriculum()], { today: '2026-01-05' });
}

/** The small program in version 2.0.0, changed. */
export function versionTwo(change: (curriculum: Curriculum) => Partial<Curriculum>): Curriculum {
  const one = smallCurriculum();
  return { ...one, version: '2.0.0', ...change(one) };
}

/** Gives a phase of a curriculum another name wherever it is named. */
export function renamePhase(curriculum: Curriculum, old: string, id: string): Partial<Curriculum> {
  const rename = (name: string) => (name === old ? id : name);
  return {
    phases: curriculum.phases.map((phase) => ({
      ...phase,
      id: rename(phase.id),
      ...(phase.returnsTo === undefined ? {} : { returnsTo: phase.returnsTo.map(rename) }),
    })),
    tracks: curriculum.tracks.map((track) => ({ ...track, during: [...new Set(track.during.map(rename))] })),
  };
}

/** Admits a patient, and takes him to early recovery on the second day, with one skills session attended there. */
export async function toEarlyRecovery(clinic: Clinic): Promise<void> {
  await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop@1.0.0' });
  await clinic.on('2026-01-06').must({ type: 'RecordAttendance', track: 'individual', status: 'attended' });
  await clinic.must({ type: 'Advance' });
  await clinic.on('2026-01-09').must({ type: 'RecordAttendance', track: 'skills', status: 'attended' });
}

/** Moves `e-1` to version 2.0.0; it has to be accepted. */
export async function move(clinic: Clinic, mapping: MigrationMapping = {}, on?: string): Promise<number> {
  const { issues, results } = await clinic.engine.migration.apply({
    curriculum: 'small-iop',
    from: '1.0.0',
    to: '2.0.0',
    mapping,
    ...(on === undefined ? {} : { on }),
  });
  const [result] = results;
  if (!result?.accepted) throw new Error(JSON.stringify({ issues, result }));
  return result.version;
}
