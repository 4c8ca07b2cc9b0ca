import { dateOf, type Episode } from '../episode.ts';
import { StepwellError } from '../stepwell-error.ts';
import type { Appointment } from './appointment.ts';

/**
 * Makes a function that says whether the patient of an appointment is still awaited: a patient who was discharged before that day, or
 * whose record was erased, takes up neither counselor nor room. Each patient is read once.
 */
export function stillAwaited(
  read: (episode: string) => Promise<Episode | null>,
): (of: Pick<Appointment, 'episode' | 'date'>) => Promise<boolean> {
  const known = new Map<string, Promise<Episode | null>>();
  const find = async (id: string): Promise<Episode | null> => {
    try {
      return await read(id);
    } catch (error) {
      if (error instanceof StepwellError && error.code === 'not-found') return null;
      throw error;
    }
  };
  return async ({ episode, date }) => {
    const asked = known.get(episode) ?? find(episode);
    known.set(episode, asked);
    const found = await asked;
    if (found === null) return false;
    const ended = dateOf(found.fold.snapshot.context.ended?.on);
    return ended === null || ended >= date;
  };
}
