import type { StreamWrite } from '../write-stream.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentEvent } from './appointment-event.ts';
import { appointmentStream } from './appointment-reader.ts';
import type { AppointmentWorld } from './appointment-world.ts';

/**
 * What an event about an appointment writes: itself, to the day for which it was first booked, and a line to the day to which it is
 * moved. What the decision rests on has to be unchanged.
 */
export async function writesOf(
  world: AppointmentWorld,
  event: AppointmentEvent,
  before: Appointment | null,
  after: Appointment,
  unchanged: readonly StreamWrite[],
): Promise<StreamWrite[]> {
  const home = after.appointment.slice(0, 10);
  const days = [{ date: home, event }];
  if (before !== null && before.date !== after.date && after.date !== home) {
    const { on, by, appointment } = event;
    days.push({ date: after.date, event: { type: 'AppointmentExpected', on, by, appointment } });
  }
  const writes: StreamWrite[] = [];
  for (const { date, event: told } of days) {
    const { version } = await world.appointments.day(date);
    writes.push({ stream: appointmentStream(date), version, events: [told] });
  }
  const named = new Set(writes.map(({ stream }) => stream));
  return [...writes, ...unchanged.filter(({ stream }) => !named.has(stream))];
}
