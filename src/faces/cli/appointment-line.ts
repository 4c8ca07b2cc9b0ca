import type { Appointment } from '../../engine/appointments/appointment.ts';
import { cleanText } from './clean-text.ts';

/** An appointment as one line. */
export function appointmentLine(of: Appointment): string {
  const place = of.place === null ? of.site : `${of.site}, ${of.place}`;
  const status = of.late ? `${of.status} late` : of.status;
  return cleanText(
    `${of.appointment}: ${of.date} at ${of.start}, ${of.minutes} minutes, ${of.kind}, ${of.episode} with ${of.counselor} at ${place} (${status})`,
  );
}
