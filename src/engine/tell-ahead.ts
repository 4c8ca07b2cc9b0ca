import { addDays } from '../curriculum/calendar-date.ts';
import type { Clock } from './clock.ts';
import { standAsOf } from './episode.ts';
import type { EpisodeReader } from './episode-reader.ts';
import type { EventStore } from './event-store.ts';
import { creditedSlots } from './groups/credited-slots.ts';
import { type GroupReader, groupIds } from './groups/group-reader.ts';
import { OWED_DAYS } from './groups/owed-sessions.ts';
import { readIfThere } from './read-if-there.ts';

/** What came of telling a day ahead: how many open episodes and groups are told, and whether all of them fitted into memory. */
export type ToldAhead = {
  readonly episodes: number;
  readonly groups: number;
  readonly all: boolean;
};

type Parts = {
  readonly store: EventStore;
  readonly reader: EpisodeReader;
  readonly groups: GroupReader;
  readonly clock: Clock;
  /** Waited for after each group and each episode, so that whoever asks is answered meanwhile. */
  readonly pause: () => Promise<void>;
};

const PAGE = 100;

/**
 * Reads all groups and the open episodes and tells them up to today, so that nobody who asks has to wait for it. Nothing is written. It stops
 * where the reader has no room for more, where the day is over, and where `signal` says so. An episode that cannot be told is left to whoever
 * asks for it.
 */
export async function tellAhead(
  { store, reader, groups, clock, pause }: Parts,
  signal?: AbortSignal,
): Promise<ToldAhead> {
  const today = clock.today();
  const over = () => signal?.aborted === true || clock.today() !== today;
  const told = { episodes: 0, groups: 0 };
  for (const id of await groupIds(store)) {
    if (over()) return { ...told, all: false };
    const state = await groups.group(id);
    const closures = await groups.closuresFor(state);
    for (const { group } of state.definitions)
      for (const { curriculum } of group.credits)
        creditedSlots({ state, closures }, curriculum, '', 0, [today, addDays(today, OWED_DAYS)]);
    told.groups += 1;
    await pause();
  }
  await groups.groups();
  for (let after: string | undefined; ; ) {
    const page = await store.caseload({ open: true, limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { episode: id } of page) {
      if (over() || !reader.hasRoom()) return { ...told, all: false };
      if (await tellOne(reader, id, today)) told.episodes += 1;
      await pause();
    }
    after = page.at(-1)?.episode;
    if (page.length < PAGE) return { ...told, all: true };
  }
}

async function tellOne(reader: EpisodeReader, id: string, today: string): Promise<boolean> {
  try {
    const episode = await readIfThere(reader, id);
    if (episode === null) return false;
    const { whole } = standAsOf(episode, today);
    if (whole.told > episode.told) reader.keep(whole);
    return true;
  } catch {
    // What is wrong with it is told to whoever asks for it.
    return false;
  }
}
