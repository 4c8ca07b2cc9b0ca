import type { CalendarDate } from '../curriculum/calendar-date.ts';
import { type ClockReport, clockWrite } from './advance-clock.ts';
import type { Clock } from './clock.ts';
import type { EpisodeReader } from './episode-reader.ts';
import type { EventStore } from './event-store.ts';
import type { Notice } from './outcome.ts';
import { readDay } from './read-moment.ts';
import { type ErrorCode, StepwellError } from './stepwell-error.ts';
import type { Turns } from './turns.ts';

/** What the clock of an engine works with. */
export type ClockParts = {
  readonly store: EventStore;
  readonly reader: EpisodeReader;
  readonly clock: Clock;
  readonly tell: (notices: readonly Notice[]) => void;
  /** Runs the work for one episode when nothing else is being written. */
  readonly inTurn: Turns;
  /** Waited for after each episode, so that others get their turn on a day on which many are due. */
  readonly pause: () => Promise<void>;
};

const CHUNK = 100;

/** Failures of the store itself, after which no episode can be looked after. */
const OF_THE_STORE: readonly ErrorCode[] = [
  'store-full',
  'store-busy',
  'store-unavailable',
  'read-only',
  'not-a-database',
  'newer-database',
];

/**
 * Lets time pass to the beginning of a day for all episodes that have something due by then, in due order. An episode that
 * cannot be looked after is named in the report and keeps nobody else waiting; a failure of the store is thrown.
 */
export async function runClock(parts: ClockParts, day: CalendarDate): Promise<ClockReport> {
  const { store, clock } = parts;
  const to = readDay('to', day);
  if (to > clock.today()) {
    throw new StepwellError(
      'invalid-command',
      `${to} is still to come (today is ${clock.today()}); the clock goes no further than today`,
    );
  }
  const changed: Notice[] = [];
  const failed = new Map<string, ClockReport['failed'][number]>();
  let touched = 0;
  for (;;) {
    const due = await store.episodesDue(to, CHUNK + failed.size);
    const open = due.filter(({ episode }) => !failed.has(episode));
    if (open.length === 0) return { to, touched, changed, failed: [...failed.values()] };
    for (const { episode } of open) {
      try {
        const notice = await parts.inTurn(() => lookAfter(parts, episode, to));
        if (notice === 'again') continue;
        touched += 1;
        if (notice !== null) changed.push(notice);
      } catch (error) {
        failed.set(episode, failureOf(episode, error));
      }
      await parts.pause();
    }
  }
}

/** Writes what time did to one episode. `again` where somebody else wrote at the same time, null where nothing changed. */
async function lookAfter(
  { store, reader, clock, tell }: ClockParts,
  id: string,
  to: CalendarDate,
): Promise<Notice | 'again' | null> {
  const episode = await reader.read(id);
  if (episode === null) throw new StepwellError('not-found', `there is no episode ${id}`, { episode: id });
  const waiting = await store.due({ episode: id, work: 'all', upTo: to });
  const effective = waiting.flatMap(({ item, kind, raised }) =>
    kind === 'scheduled' && !raised ? [Number(item.replace('scheduled/', ''))] : [],
  );
  const { write, notice, episode: after } = clockWrite(episode, to, clock.now(), effective);
  try {
    await store.append([write]);
  } catch (error) {
    reader.forget(id);
    if (error instanceof StepwellError && error.code === 'version-conflict') return 'again';
    throw error;
  }
  reader.keep(after);
  if (notice.events.length === 0 && notice.changes.length === 0) return null;
  tell([notice]);
  return notice;
}

function failureOf(episode: string, error: unknown): ClockReport['failed'][number] {
  const known = error instanceof StepwellError;
  if (known && OF_THE_STORE.includes(error.code)) throw error;
  const message = error instanceof Error ? error.message : 'it cannot be told';
  return { episode, code: known ? error.code : 'unexpected', message };
}
