import { reachEpisode } from '../../access/reach-episode.ts';
import type { Appointment } from '../../engine/appointments/appointment.ts';
import type { Ask } from './route.ts';

/** An appointment with the patient's number; `within` says whether the patient's record is within reach, and not the appointment alone. */
export type AppointmentWithin = Appointment & { readonly patient: string | null; readonly within: boolean };

/** The appointments of patients whom somebody reaches, and those that he has himself, also with patients of others. */
export async function appointmentsWithin(
  ask: Pick<Ask, 'clinic' | 'principal' | 'reach'>,
  filter: { readonly from: string; readonly to: string },
): Promise<AppointmentWithin[]> {
  const { engine, access, clock } = ask.clinic;
  const found = await engine.appointments.list(filter);
  const patients = new Map<string, { readonly patient: string | null; readonly within: boolean } | null>();
  for (const { episode } of found) {
    if (patients.has(episode)) continue;
    const [row] = await engine.caseload({ episode, limit: 1 });
    const grants = access.glass.open(ask.principal.id, episode, clock.now());
    const reached = row !== undefined && reachEpisode(ask.principal, ask.reach, row, grants) !== null;
    patients.set(episode, row === undefined ? null : { patient: row.patient, within: reached });
  }
  return found.flatMap((one) => {
    const known = patients.get(one.episode) ?? null;
    return known !== null && (known.within || holdsAppointment(ask, one)) ? [{ ...one, ...known }] : [];
  });
}

/** Whether somebody is the counselor with whom an appointment is; he sees it and says what became of it. Pure. */
export function holdsAppointment(
  { principal, reach }: Pick<Ask, 'principal' | 'reach'>,
  { counselor }: Pick<Appointment, 'counselor'>,
): boolean {
  return reach === 'caseload' && counselor === principal.name;
}
