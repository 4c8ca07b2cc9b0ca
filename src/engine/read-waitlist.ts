import type { CalendarDate } from '../curriculum/calendar-date.ts';
import { describeWaitlist, type Waiting, waitingOf } from './describe-waitlist.ts';
import { knownAt, standAsOf } from './episode.ts';
import type { EpisodeReader } from './episode-reader.ts';
import type { EventStore } from './event-store.ts';
import type { WaitlistQuery, WaitlistRow } from './waitlist-row.ts';

const PAGE = 100;

/** Reads the waitlists of a store as of a day, page by page; with `knownAt`, or for a day that has passed, every episode is told anew. */
export async function readWaitlist(
  { store, reader }: { readonly store: EventStore; readonly reader: Pick<EpisodeReader, 'read'> },
  query: WaitlistQuery,
  moment: { readonly asOf: CalendarDate; readonly knownAt: string | undefined; readonly now: boolean },
): Promise<WaitlistRow[]> {
  const waiting: Waiting[] = [];
  const lifecycle = moment.now ? { lifecycle: 'referred' } : {};
  for (let after: string | undefined; ; ) {
    const page = await store.caseload({
      limit: PAGE,
      ...lifecycle,
      ...(after === undefined ? {} : { after }),
    });
    for (const { episode: id } of page) {
      const episode = await reader.read(id);
      const then = episode && moment.knownAt !== undefined ? knownAt(episode, moment.knownAt) : episode;
      if (!then || then.records.length === 0) continue;
      const standing = standAsOf(then, moment.asOf);
      const found = waitingOf(standing.episode, standing.fold, moment.asOf);
      if (found !== null) waiting.push(found);
    }
    after = page.at(-1)?.episode;
    if (page.length < PAGE) return describeWaitlist(waiting, query);
  }
}
