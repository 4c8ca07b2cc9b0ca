import type { Engagement } from '../groups/engagement.ts';
import type { Appointment } from './appointment.ts';

/** The engagement that an appointment is: of its counselor, its patient and its room. Null for one that takes up nobody any more. */
export function appointmentEngagement(of: Appointment): Engagement | null {
  if (of.status === 'cancelled' || of.status === 'missed') return null;
  return {
    what: `appointment ${of.appointment}`,
    from: of.startsAt,
    to: of.startsAt + of.minutes * 60_000,
    when: `${of.date} at ${of.start}`,
    takes: [
      `patient/${of.episode}`,
      `staff/${of.counselor}`,
      ...(of.place === null ? [] : [`room/${of.site}/${of.place}`]),
    ],
  };
}
