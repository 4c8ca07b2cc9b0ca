import { episodesNamed } from './episodes-named.ts';
import type { EventStore } from './event-store.ts';

/** An event in a stream of a group or of a day's appointments that speaks of an episode. */
export type SaidElsewhere = { readonly stream: string; readonly version: number; readonly type: string };

/**
 * The events outside an episode that speak of it: of its places in groups, its rows on rosters and its appointments, with the reasons
 * that were given. An erasure leaves them in the record, though nothing tells them any more. Names of people in free text are not found.
 * Reads all streams of groups and appointments, in the order of their ids.
 */
export async function saidElsewhere(store: EventStore, episode: string): Promise<SaidElsewhere[]> {
  const all: (SaidElsewhere & { readonly appointment: string | null; readonly names: boolean })[] = [];
  for (const prefix of ['appointments:', 'group:'])
    for (const stream of await store.streams(prefix))
      for (const { body, version } of await store.read(stream)) {
        const said = JSON.parse(body ?? '{}') as { type: string; appointment?: string };
        const { type, appointment = null } = said;
        all.push({ stream, version, type, appointment, names: episodesNamed(said).includes(episode) });
      }
  // Only the booking of an appointment names the episode; what became of it names the appointment.
  const own = new Set(all.filter(({ names }) => names).map(({ appointment }) => appointment));
  return all
    .filter(({ names, appointment }) => names || (appointment !== null && own.has(appointment)))
    .map(({ stream, version, type }) => ({ stream, version, type }));
}
