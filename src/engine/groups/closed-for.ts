import type { EpisodeEvent } from '../../program/episode-event.ts';
import type { EventStore } from '../event-store.ts';

const PAGE = 500;

/**
 * The episodes that were in treatment on some of the days from one to another, both included, and in which a closure of a site was
 * recorded at some time, wherever the patients are now. It reads the events of each, which a site that opens after all does seldom.
 */
export async function closedFor(
  store: EventStore,
  site: string,
  from: string,
  to: string,
): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await store.caseload({ limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { episode, admittedOn, endedOn } of page) {
      if (admittedOn === null || admittedOn > to || (endedOn !== null && endedOn < from)) continue;
      const events = await store.read(episode);
      if (events.some(({ body }) => body !== null && closes(JSON.parse(body) as EpisodeEvent, site)))
        found.push(episode);
    }
    after = page.at(-1)?.episode;
    if (page.length < PAGE) return found;
  }
}

function closes(event: EpisodeEvent, site: string): boolean {
  return event.type === 'ClinicClosed' && event.site === site;
}
