import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import { instantOfWallTime } from '../../curriculum/wall-time.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentEvent } from './appointment-event.ts';
import type { AppointmentId } from './appointment-id.ts';

/** What the stream of one day's appointments says. Immutable. */
export type AppointmentDay = {
  readonly date: CalendarDate;
  readonly version: number;
  /** Those that were first booked for this day, wherever they are now. */
  readonly booked: ReadonlyMap<AppointmentId, Appointment>;
  /** Those of other days that were moved here, and may have been moved on. */
  readonly arrived: ReadonlySet<AppointmentId>;
};

/** A day for which nothing was booked. */
export function emptyDay(date: CalendarDate): AppointmentDay {
  return { date, version: 0, booked: new Map(), arrived: new Set() };
}

/** The day after some more events. Pure. */
export function tellDay(day: AppointmentDay, events: readonly AppointmentEvent[]): AppointmentDay {
  if (events.length === 0) return day;
  const booked = new Map(day.booked);
  const arrived = new Set(day.arrived);
  for (const event of events) {
    if (event.type === 'AppointmentExpected') arrived.add(event.appointment);
    else booked.set(event.appointment, tellAppointment(booked.get(event.appointment), event));
  }
  return { ...day, version: day.version + events.length, booked, arrived };
}

/** An appointment after one more event about it. Pure. */
export function tellAppointment(before: Appointment | undefined, event: AppointmentEvent): Appointment {
  if (event.type === 'AppointmentBooked') return bookedBy(event);
  if (before === undefined) throw new Error(`${event.appointment} was never booked`);
  const changed = { ...before, sequence: before.sequence + 1 };
  switch (event.type) {
    case 'AppointmentMoved': {
      const { date, start, minutes, counselor, place = null, reason } = event;
      const { epochMilliseconds: startsAt } = instantOfWallTime(date, start, before.timeZone);
      return { ...changed, date, start, minutes, counselor, place, startsAt, reason, moved: true };
    }
    case 'AppointmentCancelled': {
      const { reason, late, cancelledBy, fact = null } = event;
      return { ...changed, status: 'cancelled', reason, late, cancelledBy, fact };
    }
    case 'AppointmentKept':
      return { ...changed, status: 'kept', fact: event.fact, guests: event.guests };
    case 'AppointmentMissed':
      return { ...changed, status: 'missed', fact: event.fact, reason: event.reason ?? null };
    case 'AppointmentReopened':
      return {
        ...changed,
        ...{ status: 'booked', late: false, cancelledBy: null, fact: null, guests: 0, reason: event.reason },
      };
    case 'AppointmentExpected':
      return before;
  }
}

function bookedBy(event: Extract<AppointmentEvent, { type: 'AppointmentBooked' }>): Appointment {
  const { appointment, episode, kind, counselor, site, timeZone, date, start, minutes } = event;
  return {
    ...{ appointment, episode, kind, counselor, site, timeZone, date, start, minutes },
    place: event.place ?? null,
    startsAt: instantOfWallTime(date, start, timeZone).epochMilliseconds,
    track: event.track ?? null,
    session: event.session ?? null,
    ...{ status: 'booked', sequence: 0, moved: false, reason: null, late: false },
    ...{ cancelledBy: null, fact: null, guests: 0 },
  };
}
