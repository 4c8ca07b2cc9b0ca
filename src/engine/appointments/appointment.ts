import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { TimeOfDay } from '../../curriculum/time-of-day.ts';
import type { TimeZone } from '../../curriculum/time-zone.ts';
import type { AppointmentKind } from './appointment-event.ts';
import type { AppointmentId } from './appointment-id.ts';

/** An appointment as it stands now. */
export type Appointment = {
  readonly appointment: AppointmentId;
  readonly episode: string;
  readonly kind: AppointmentKind;
  readonly counselor: string;
  readonly site: string;
  readonly place: string | null;
  readonly timeZone: TimeZone;
  /** Day and time on the clocks of the site. */
  readonly date: CalendarDate;
  readonly start: TimeOfDay;
  readonly minutes: number;
  /** The moment at which it begins, in milliseconds since 1970-01-01T00:00Z. */
  readonly startsAt: number;
  /** Where it counts; null where the curriculum has nothing for it. */
  readonly track: string | null;
  readonly session: number | null;
  readonly status: 'booked' | 'kept' | 'missed' | 'cancelled';
  /** How often it was changed since it was booked, as calendars count. */
  readonly sequence: number;
  readonly moved: boolean;
  /** Why it was moved, missed or cancelled; cancelled late is cancelled so that it counts as missed. */
  readonly reason: string | null;
  readonly late: boolean;
  readonly cancelledBy: 'patient' | 'clinic' | null;
  /** The number of the fact in the episode to which it led: what a correction names. */
  readonly fact: number | null;
  readonly guests: number;
};
