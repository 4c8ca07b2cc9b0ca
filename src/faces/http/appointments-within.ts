import { reachEpisode } from '../../access/reach-episode.ts';
import type { Appointment } from '../../engine/appointments/appointment.ts';
import type { Ask } from './route.ts';

/** The appointments of patients whom somebody reaches. */
export async function appointmentsWithin(
  ask: Pick<Ask, 'clinic' | 'principal' | 'reach'>,
  filter: { readonly from: string; readonly to: string },
): Promise<Appointment[]> {
  const { engine, access, clock } = ask.clinic;
  const found = await engine.appointments.list(filter);
  const reached = new Map<string, boolean>();
  for (const { episode } of found) {
    if (reached.has(episode)) continue;
    const [row] = await engine.caseload({ episode, limit: 1 });
    const grants = access.glass.open(ask.principal.id, episode, clock.now());
    reached.set(episode, row !== undefined && reachEpisode(ask.principal, ask.reach, row, grants) !== null);
  }
  return found.filter(({ episode }) => reached.get(episode));
}
