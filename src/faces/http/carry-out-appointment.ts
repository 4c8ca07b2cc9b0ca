import type { AppointmentCommand } from '../../engine/appointments/appointment-command.ts';
import type { AppointmentOutcome } from '../../engine/appointments/appointment-outcome.ts';
import { holdsAppointment } from './appointments-within.ts';
import { problemOfRefusal } from './problem-of.ts';
import type { Ask } from './route.ts';
import { readWriteHeaders } from './write-headers.ts';

/**
 * Carries out a command about an appointment in the name of who asks, with the key of the headers or of a hidden field. Throws problems:
 * `not-found` where neither the patient nor the appointment is his or there is no such appointment, and a refusal (422).
 */
export async function carryOutAppointment(
  ask: Ask,
  command: AppointmentCommand,
  form?: { readonly key: unknown },
): Promise<Extract<AppointmentOutcome, { accepted: true }>> {
  const { appointments } = ask.clinic.engine;
  const booked = 'episode' in command ? null : await appointments.status(command.appointment);
  const episode = booked?.episode ?? ('episode' in command ? command.episode : '');
  if (booked !== null && holdsAppointment(ask, booked)) await ask.noteSeen([{ episode }]);
  else await ask.reachEpisodes([episode]);
  const { key } = readWriteHeaders(ask.c, ask.principal, form);
  const outcome = await appointments.execute(
    { ...command, by: ask.principal.name },
    key === undefined ? {} : { key },
  );
  if (outcome.accepted) return outcome;
  throw problemOfRefusal(outcome.refusal);
}
