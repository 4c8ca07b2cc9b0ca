import { addDays, type CalendarDate } from '../../curriculum/calendar-date.ts';
import { ErasedEpisodes } from '../erased-episodes.ts';
import type { EventStore } from '../event-store.ts';
import { StepwellError } from '../stepwell-error.ts';
import { type FreshStreams, StreamWatch } from '../stream-watch.ts';
import type { Appointment } from './appointment.ts';
import { type AppointmentDay, emptyDay, tellDay } from './appointment-day.ts';
import { AppointmentEvent } from './appointment-event.ts';
import type { AppointmentId } from './appointment-id.ts';

const PREFIX = 'appointments:';
const KEPT_DAYS = 2_000;

/** The id of the stream of a day's appointments in the store. */
export function appointmentStream(date: CalendarDate): string {
  return `${PREFIX}${date}`;
}

/** Reads the appointments of days from a store. What it holds is a cache; the store decides. */
export class AppointmentReader {
  readonly #store: EventStore;
  readonly #days = new Map<CalendarDate, AppointmentDay>();
  readonly #fresh: FreshStreams;
  readonly #erased: ErasedEpisodes;

  constructor(store: EventStore, watch = new StreamWatch(store), erased = new ErasedEpisodes(store, watch)) {
    this.#store = store;
    this.#erased = erased;
    this.#fresh = watch.remember();
  }

  /** A day as the store has it now; of version 0 where nothing was ever booked for it. */
  async day(date: CalendarDate): Promise<AppointmentDay> {
    const stream = appointmentStream(date);
    await this.#fresh.look();
    const known = this.#days.get(date) ?? emptyDay(date);
    const at = this.#fresh.at();
    const stored = this.#fresh.has(stream) ? [] : await this.#store.read(stream, known.version);
    const day = tellDay(known, stored.map(readEvent));
    this.#fresh.add(stream, at);
    // Another question may have gone on meanwhile and read more.
    if (day.version < (this.#days.get(date)?.version ?? 0)) return day;
    this.#days.delete(date);
    this.#days.set(date, day);
    const oldest = this.#days.size > KEPT_DAYS ? this.#days.keys().next().value : undefined;
    if (oldest !== undefined) {
      this.#days.delete(oldest);
      this.#fresh.forget(appointmentStream(oldest));
    }
    return day;
  }

  /** An appointment by its name, or null where there is none. Throws `not-found` for one whose episode was erased. */
  async find(appointment: AppointmentId): Promise<Appointment | null> {
    const found = await this.#find(appointment);
    if (found !== null && (await this.#erased.now()).has(found.episode))
      throw new StepwellError(
        'not-found',
        `appointment ${appointment} was erased with its patient's record`,
        {
          appointment,
        },
      );
    return found;
  }

  /**
   * The appointments on the days from one to another, both included, where they are now; cancelled ones too, in order of time. Those whose
   * episodes were erased are left out.
   */
  async between(from: CalendarDate, to: CalendarDate): Promise<Appointment[]> {
    const found: Appointment[] = [];
    for (const stream of await this.#streams(from, to)) {
      const day = await this.day(stream.slice(PREFIX.length));
      for (const one of day.booked.values()) if (one.date === day.date) found.push(one);
      for (const id of day.arrived) {
        const one = id.startsWith(day.date) ? null : await this.#find(id);
        if (one?.date === day.date) found.push(one);
      }
    }
    const erased = await this.#erased.now();
    const left = found.filter(({ episode }) => !erased.has(episode));
    return left.sort((a, b) => a.startsAt - b.startsAt || (a.appointment < b.appointment ? -1 : 1));
  }

  async #find(appointment: AppointmentId): Promise<Appointment | null> {
    return (await this.day(appointment.slice(0, 10))).booked.get(appointment) ?? null;
  }

  async #streams(from: CalendarDate, to: CalendarDate): Promise<string[]> {
    if (from > to) return [];
    // A few days are asked for by name; of a longer stretch only those that there are.
    if (to <= addDays(from, 7)) {
      const days: string[] = [];
      for (let date = from; date <= to; date = addDays(date, 1)) days.push(appointmentStream(date));
      return days;
    }
    const [first, last] = [appointmentStream(from), appointmentStream(to)];
    return (await this.#store.streams(PREFIX)).filter((stream) => stream >= first && stream <= last);
  }
}

function readEvent({
  body,
  episode: stream,
  version,
}: {
  body: string | null;
  episode: string;
  version: number;
}): AppointmentEvent {
  try {
    return AppointmentEvent.parse(JSON.parse(body ?? ''));
  } catch (cause) {
    const message = `event ${version} of ${stream} cannot be read`;
    throw new StepwellError('corrupt-record', message, { stream, version }, cause);
  }
}
