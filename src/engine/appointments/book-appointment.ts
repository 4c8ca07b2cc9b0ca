import { readState } from '../../program/read-state.ts';
import { type Episode, standAsOf } from '../episode.ts';
import { peopleOf } from '../people.ts';
import type { AppointmentCommandOf } from './appointment-command.ts';
import { tellAppointment } from './appointment-day.ts';
import type { AppointmentEvent } from './appointment-event.ts';
import { type AppointmentDecision, type AppointmentWorld, refuseAppointment } from './appointment-world.ts';
import { checkBooking } from './check-booking.ts';
import { tracksFor } from './tracks-for.ts';
import { writesOf } from './writes-of.ts';

/** Decides on booking an appointment. What is left out comes from the patient's record: counselor, site, track and minutes. */
export async function bookAppointment(
  command: AppointmentCommandOf<'BookAppointment'>,
  world: AppointmentWorld,
): Promise<AppointmentDecision> {
  const { episode: id, date, start, kind = 'individual', place, session, override } = command;
  const episode = await world.read(id);
  if (episode === null) return refuseAppointment('unknown-episode', `there is no episode ${id}`);
  const track = trackOf(command, episode, world);
  if ('refusal' in track) return track;
  const people = peopleOf(episode, date);
  const counselor = command.counselor ?? people.counselor;
  if (counselor === null)
    return refuseAppointment('counselor-needed', `${id} has no counselor yet; say with whom it is`);
  const site = command.site ?? people.site;
  if (site === null) return refuseAppointment('site-needed', `no site is known of ${id}; say at which it is`);
  const timeZone = command.timeZone ?? (await zoneOf(site, world)) ?? world.timeZone;
  if (timeZone === null)
    return refuseAppointment(
      'time-zone-needed',
      `no group meets at ${site} yet; say in which time zone it is`,
    );
  const { booked } = await world.appointments.day(date);
  const event: AppointmentEvent = {
    type: 'AppointmentBooked',
    on: command.on ?? world.today,
    by: command.by ?? world.by,
    appointment: `${date}-${booked.size + 1}`,
    ...{
      episode: id,
      date,
      start,
      minutes: command.minutes ?? track.minutes,
      counselor,
      kind,
      site,
      timeZone,
    },
    ...(place === undefined ? {} : { place }),
    ...(track.id === null ? {} : { track: track.id }),
    ...(session === undefined ? {} : { session }),
    ...(override === undefined ? {} : { override }),
  };
  const after = tellAppointment(undefined, event);
  const checked = await checkBooking(after, override, world);
  if ('refusal' in checked) return checked;
  return {
    appointment: after,
    writes: await writesOf(world, event, null, after, checked.unchanged),
    recorded: null,
    warnings: checked.warnings,
  };
}

/** The track in which it is to count, with its minutes; of no track where the program has nothing for it. */
function trackOf(
  { kind = 'individual', track: named, session, episode: id }: AppointmentCommandOf<'BookAppointment'>,
  episode: Episode,
  world: AppointmentWorld,
): { id: string | null; minutes: number } | ReturnType<typeof refuseAppointment> {
  const { episode: stood, fold } = standAsOf(episode, world.today);
  const { plan } = stood;
  const { lifecycle } = readState(plan, fold.snapshot.value);
  if (lifecycle === 'discharged' || lifecycle === 'graduated')
    return refuseAppointment('ended', `${id} is ${lifecycle}`);
  const treated = lifecycle !== 'referred';
  const fit = treated ? tracksFor(plan, fold.snapshot.context.phase, kind) : [];
  const track = named === undefined ? fit[0] : plan.tracks.find(({ id: own }) => own === named);
  if (named !== undefined && track === undefined)
    return refuseAppointment('unknown-track', `${plan.curriculum.title} has no track ${named}`);
  if (named === undefined && fit.length > 1)
    return refuseAppointment(
      'track-needed',
      `it could count in ${fit.map(({ id: own }) => own).join(', ')}; say in which`,
    );
  if (session !== undefined && !track?.sessions.some(({ number }) => number === session))
    return refuseAppointment('unknown-session', `${track?.title ?? 'no track'} has no session ${session}`);
  return track === undefined ? { id: null, minutes: 60 } : { id: track.id, minutes: track.minutes };
}

async function zoneOf(site: string, world: AppointmentWorld): Promise<string | undefined> {
  const groups = await world.groups.groups();
  return groups.findLast(({ definitions }) => definitions.at(-1)?.group.site === site)?.definitions.at(-1)
    ?.group.timeZone;
}
