import { reachEpisode } from '../../access/reach-episode.ts';
import type { Appointment } from '../../engine/appointments/appointment.ts';
import type { Ask } from './route.ts';

/** The appointments of patients whom somebody reaches, each with the patient's number. */
export async function appointmentsWithin(
  ask: Pick<Ask, 'clinic' | 'principal' | 'reach'>,
  filter: { readonly from: string; readonly to: string },
): Promise<(Appointment & { readonly patient: string | null })[]> {
  const { engine, access, clock } = ask.clinic;
  const found = await engine.appointments.list(filter);
  const patients = new Map<string, { readonly patient: string | null } | null>();
  for (const { episode } of found) {
    if (patients.has(episode)) continue;
    const [row] = await engine.caseload({ episode, limit: 1 });
    const grants = access.glass.open(ask.principal.id, episode, clock.now());
    const reached = row !== undefined && reachEpisode(ask.principal, ask.reach, row, grants) !== null;
    patients.set(episode, reached ? { patient: row.patient } : null);
  }
  return found.flatMap((one) => {
    const within = patients.get(one.episode);
    return within ? [{ ...one, ...within }] : [];
  });
}
