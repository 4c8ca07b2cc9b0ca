import type { Group } from '../../../engine/groups/group.ts';
import type { Clinic } from '../../http/clinic.ts';

/** Whether guests are to be expected at a group: where it is a family or conjoint track of one of its curricula. */
export async function takesGuests(
  { library }: Pick<Clinic, 'library'>,
  { credits }: Group,
): Promise<boolean> {
  for (const { curriculum, track } of credits) {
    const found = await library.find(curriculum);
    const format = found?.tracks.find(({ id }) => id === track)?.format;
    if (format === 'family' || format === 'conjoint') return true;
  }
  return false;
}
