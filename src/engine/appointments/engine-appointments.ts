import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentCommand } from './appointment-command.ts';
import type { AppointmentId } from './appointment-id.ts';
import type { AppointmentOutcome } from './appointment-outcome.ts';

/** Which appointments, on which days, both included. */
export type AppointmentFilter = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly counselor?: string;
  readonly episode?: string;
  readonly site?: string;
};

/**
 * The appointments of a clinic: of one patient with a counselor, alone, with somebody close to him, or with his family.
 *
 * Refusals are values, as in the engine. It throws `StepwellError`: `idempotency-key-reused`, `invalid-command`, and `not-found` for a
 * question about what there is not.
 */
export type EngineAppointments = {
  /**
   * Carries out one command, in one transaction with what it means for the patient's episode: a kept appointment is an attendance in
   * the track in which it counts, one that was missed or cancelled late an absence.
   */
  execute(command: AppointmentCommand, options?: { readonly key?: string }): Promise<AppointmentOutcome>;
  /** What a command would come to, without recording anything. */
  preview(command: AppointmentCommand): Promise<AppointmentOutcome>;
  /** The appointments of some days in order of time, cancelled ones too. */
  list(filter: AppointmentFilter): Promise<Appointment[]>;
  /** One appointment as it stands now. */
  status(appointment: AppointmentId): Promise<Appointment>;
};
