import { addDays } from '../../curriculum/calendar-date.ts';
import { instantOfWallTime } from '../../curriculum/wall-time.ts';
import { type Engagement, engagementsOf, findClash, takenBy } from '../groups/engagement.ts';
import type { PlacedGroup } from '../groups/group-decision.ts';
import { GROUP_CLAIMS } from '../groups/group-reader.ts';
import type { StreamWrite } from '../write-stream.ts';
import type { Appointment } from './appointment.ts';
import { appointmentEngagement } from './appointment-engagement.ts';
import { appointmentStream } from './appointment-reader.ts';
import { type AppointmentWorld, refuseAppointment } from './appointment-world.ts';
import { stillAwaited } from './still-awaited.ts';

/**
 * Compares an appointment with all that takes up its patient, its counselor and its room: refused where one of them is taken, except
 * that a reason overrides that of the counselor and the room. `unchanged` are the streams on which the answer rests; they have to
 * be as they were when it is written.
 */
export async function checkBooking(
  wanted: Appointment,
  override: string | undefined,
  world: AppointmentWorld,
): Promise<
  | { readonly warnings: readonly string[]; readonly unchanged: readonly StreamWrite[] }
  | ReturnType<typeof refuseAppointment>
> {
  const { date, start, timeZone } = wanted;
  if (instantOfWallTime(date, start, timeZone).clock === 'skipped')
    return refuseAppointment(
      'no-such-time',
      `the clocks of ${wanted.site} leave out ${start} on ${date}, because summer time begins`,
    );
  const engagement = appointmentEngagement(wanted);
  if (engagement === null) return { warnings: [], unchanged: [] };
  const [from, to] = [addDays(date, -1), addDays(date, 1)];
  const unchanged: StreamWrite[] = [];
  const taken: Engagement[] = [];
  for (const day of [from, date, to]) {
    const { version } = await world.appointments.day(day);
    unchanged.push({ stream: appointmentStream(day), version, events: [] });
  }
  const awaited = stillAwaited(world.read);
  for (const other of await world.appointments.between(from, to)) {
    const one = other.appointment === wanted.appointment ? null : appointmentEngagement(other);
    if (one !== null && findClash([engagement], [one]) !== null && (await awaited(other))) taken.push(one);
  }
  unchanged.push({ stream: GROUP_CLAIMS, version: await world.groups.claims(), events: [] });
  const groups: PlacedGroup[] = [];
  for (const state of await world.groups.groups())
    groups.push({ state, closures: await world.groups.closuresFor(state) });
  taken.push(...engagementsOf(groups, date, date, takenBy([engagement])));
  const ofPatient = findClash([engagement], taken, [`patient/${wanted.episode}`]);
  if (ofPatient !== null) return refuseAppointment('double-booked', ofPatient);
  const clash = findClash([engagement], taken);
  if (clash === null) return { warnings: [], unchanged };
  if (override === undefined)
    return refuseAppointment('double-booked', `${clash}; say why it is booked all the same, or take another`);
  return { warnings: [clash], unchanged };
}
