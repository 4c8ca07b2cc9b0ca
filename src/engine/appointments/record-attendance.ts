import type { AttendanceStatus } from '../../program/episode-event.ts';
import type { Command } from '../command.ts';
import { standAsOf } from '../episode.ts';
import type { Outcome } from '../outcome.ts';
import type { Appointment } from './appointment.ts';
import { type AppointmentWorld, refuseAppointment } from './appointment-world.ts';

/** How somebody came to an appointment, or did not. */
export type Attended = {
  readonly status: AttendanceStatus;
  readonly minutes?: number | undefined;
  readonly session?: number | undefined;
  readonly makeUp?: boolean | undefined;
  readonly reason?: string | undefined;
};

/**
 * Decides on what an appointment is in the patient's episode, by his own curriculum: his attendance in its track, at the session that was
 * booked, else the one that his calendar has on that day, else the next; or a note, where nothing counts for it.
 */
export async function recordAttendance(
  of: Appointment,
  attended: Attended,
  world: AppointmentWorld,
): Promise<Extract<Outcome, { accepted: true }> | ReturnType<typeof refuseAppointment>> {
  const episode = await world.read(of.episode);
  if (episode === null) return refuseAppointment('unknown-episode', `there is no episode ${of.episode}`);
  const stood = standAsOf(episode, of.date);
  const { plan } = stood.episode;
  const envelope = { episode: of.episode, on: of.date, at: of.start, by: world.by };
  const track = plan.tracks.find(({ id }) => id === of.track);
  const { status, reason } = attended;
  const said = reason === undefined ? {} : { reason };
  const note: Command = {
    ...{ type: 'AddNote', ...envelope, ...said },
    text: `${of.kind} appointment with ${of.counselor}: ${status}.`,
  };
  if (track === undefined) return first(await world.decide([note]));
  const came = status !== 'absent' && status !== 'excused';
  const minutes = attended.minutes ?? (came && of.minutes !== track.minutes ? of.minutes : undefined);
  const attend = (session: number | undefined): Command => ({
    ...{ type: 'RecordAttendance', ...envelope, ...said, track: track.id, status },
    ...(session === undefined ? {} : { session }),
    ...(minutes === undefined || (status === 'left-early' && attended.minutes === undefined)
      ? {}
      : { minutes }),
    ...(attended.makeUp && came ? { makeUp: true } : {}),
  });
  const asked = attended.session ?? of.session ?? undefined;
  const told = first(await world.decide([attend(asked)]));
  const open = 'refusal' in told && ['session-needed', 'no-meeting'].includes(told.refusal.code);
  if (!open) return told;
  const done = stood.fold.snapshot.context.counters[track.counters.current] as readonly number[];
  const next = track.sessions.find(({ number }) => !done.includes(number))?.number;
  return first(await world.decide([next === undefined ? note : attend(next)]));
}

function first([outcome]: readonly Outcome[]):
  | ReturnType<typeof refuseAppointment>
  | (Outcome & { accepted: true }) {
  if (outcome?.accepted) return outcome;
  return outcome === undefined
    ? refuseAppointment('unknown-episode', 'nothing is known of the patient')
    : { refusal: outcome.refusal };
}
