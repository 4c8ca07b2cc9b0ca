import { standingFacts } from '../../program/standing-facts.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentCommand, AppointmentCommandOf } from './appointment-command.ts';
import { tellAppointment } from './appointment-day.ts';
import type { AppointmentEvent } from './appointment-event.ts';
import { type AppointmentDecision, type AppointmentWorld, refuseAppointment } from './appointment-world.ts';
import { bookAppointment } from './book-appointment.ts';
import { checkBooking } from './check-booking.ts';
import { type Attended, recordAttendance } from './record-attendance.ts';
import { writesOf } from './writes-of.ts';

type About = Exclude<AppointmentCommand, { type: 'BookAppointment' }>;

/** Decides a command about an appointment, with what it means for the patient's episode; writes nothing. */
export async function decideAppointment(
  command: AppointmentCommand,
  world: AppointmentWorld,
): Promise<AppointmentDecision> {
  if (command.type === 'BookAppointment') return bookAppointment(command, world);
  const { appointment: id } = command;
  const before = await world.appointments.find(id);
  if (before === null) return refuseAppointment('unknown-appointment', `there is no appointment ${id}`);
  if (command.type === 'ReopenAppointment') return reopen(command, before, world);
  if (before.status !== 'booked')
    return refuseAppointment(
      'appointment-closed',
      `appointment ${id} is ${before.status}${before.fact === null ? '' : ` (event ${before.fact} of ${before.episode})`}; reopen it first if that was wrong`,
    );
  if (command.type === 'MoveAppointment') return move(command, before, world);
  return close(command, before, world);
}

const envelope = (command: About, world: AppointmentWorld) => ({
  on: command.on ?? world.today,
  by: command.by ?? world.by,
  appointment: command.appointment,
});

async function move(
  command: AppointmentCommandOf<'MoveAppointment'>,
  before: Appointment,
  world: AppointmentWorld,
): Promise<AppointmentDecision> {
  const { date, start, minutes, counselor } = { ...before, ...given(command) };
  const place = command.place ?? before.place ?? undefined;
  const to = { date, start, minutes, counselor, ...(place === undefined ? {} : { place }) };
  if (Object.entries(to).every(([key, value]) => before[key as keyof typeof to] === value))
    return refuseAppointment('dates-contradict', 'say to which day, time, length, counselor or room');
  const { reason, override } = command;
  const event: AppointmentEvent = {
    ...{ type: 'AppointmentMoved', ...envelope(command, world), ...to, reason },
    ...(override === undefined ? {} : { override }),
  };
  const after = tellAppointment(before, event);
  const checked = await checkBooking(after, override, world);
  if ('refusal' in checked) return checked;
  return {
    appointment: after,
    writes: await writesOf(world, event, before, after, checked.unchanged),
    recorded: null,
    warnings: checked.warnings,
  };
}

function given(command: AppointmentCommandOf<'MoveAppointment'>) {
  const { date, start, minutes, counselor } = command;
  return Object.fromEntries(
    Object.entries({ date, start, minutes, counselor }).filter(([, value]) => value !== undefined),
  ) as Partial<Pick<Appointment, 'date' | 'start' | 'minutes' | 'counselor'>>;
}

type Closing = AppointmentCommandOf<'KeepAppointment' | 'MissAppointment' | 'CancelAppointment'>;

async function close(
  command: Closing,
  before: Appointment,
  world: AppointmentWorld,
): Promise<AppointmentDecision> {
  const attended = attendanceOf(command);
  if (command.type !== 'CancelAppointment' && before.date > world.today)
    return refuseAppointment(
      'in-the-future',
      `${before.date} is still to come (today is ${world.today}); cancel or move it`,
    );
  if (attended?.status === 'excused' && attended.reason === undefined)
    return refuseAppointment('reason-needed', 'say why the patient is excused');
  if (attended !== null && before.date > world.today)
    return refuseAppointment(
      'in-the-future',
      `${before.date} is still to come; a late cancellation counts on that day`,
    );
  const as = { ...world, by: command.by ?? world.by };
  const recorded = attended === null ? null : await recordAttendance(before, attended, as);
  if (recorded !== null && 'refusal' in recorded) return recorded;
  const fact = recorded?.events[0]?.version;
  const event = closingEvent(command, envelope(command, world), attended, fact);
  const after = tellAppointment(before, event);
  return {
    appointment: after,
    writes: await writesOf(world, event, before, after, []),
    recorded,
    warnings: [],
  };
}

function attendanceOf(command: Closing): Attended | null {
  switch (command.type) {
    case 'KeepAppointment':
      return { ...command, status: command.status ?? 'attended', reason: undefined };
    case 'MissAppointment':
      return { status: command.excused ? 'excused' : 'absent', reason: command.reason };
    case 'CancelAppointment':
      return command.late ? { status: command.excused ? 'excused' : 'absent', reason: command.reason } : null;
  }
}

function closingEvent(
  command: Closing,
  about: ReturnType<typeof envelope>,
  attended: Attended | null,
  fact = 0,
): AppointmentEvent {
  switch (command.type) {
    case 'KeepAppointment':
      return {
        ...{ type: 'AppointmentKept', ...about, fact },
        ...{ status: attended?.status ?? 'attended', guests: command.guests ?? 0 },
      };
    case 'MissAppointment': {
      const { reason } = command;
      return { type: 'AppointmentMissed', ...about, fact, ...(reason === undefined ? {} : { reason }) };
    }
    case 'CancelAppointment': {
      const { cancelledBy = 'clinic', reason, late = false } = command;
      const counted = late ? { fact } : {};
      return { type: 'AppointmentCancelled', ...about, cancelledBy, reason, late, ...counted };
    }
  }
}

async function reopen(
  command: AppointmentCommandOf<'ReopenAppointment'>,
  before: Appointment,
  world: AppointmentWorld,
): Promise<AppointmentDecision> {
  if (before.status === 'booked')
    return refuseAppointment('appointment-open', `appointment ${before.appointment} is booked as it is`);
  const { reason, by = world.by } = command;
  const event: AppointmentEvent = { type: 'AppointmentReopened', ...envelope(command, world), reason };
  const after = tellAppointment(before, event);
  const checked = await checkBooking(after, undefined, world);
  if ('refusal' in checked) return checked;
  const { episode, fact, date: on } = before;
  const stands = fact !== null && (await standing(world, episode, fact));
  const [voided] = stands ? await world.decide([{ type: 'Void', episode, fact, on, by, reason }]) : [];
  if (voided && !voided.accepted) return { refusal: voided.refusal };
  return {
    appointment: after,
    writes: await writesOf(world, event, before, after, checked.unchanged),
    recorded: voided ?? null,
    warnings: [],
  };
}

async function standing(world: AppointmentWorld, id: string, fact: number): Promise<boolean> {
  const episode = await world.read(id);
  return episode !== null && standingFacts(episode.records).some(({ version }) => version === fact);
}
