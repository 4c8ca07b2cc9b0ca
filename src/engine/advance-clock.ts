import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import type { EpisodeEvent } from '../program/episode-event.ts';
import type { Fold } from '../program/fold.ts';
import type { JournalEntry } from '../program/journal.ts';
import { appendRecords, type Episode, standAsOf } from './episode.ts';
import type { Notice } from './outcome.ts';
import { changesOf, writeOf } from './write-episode.ts';

/** What a day's clock did: the episodes it touched, and what changed by time alone. */
export type ClockReport = {
  readonly to: CalendarDate;
  readonly touched: number;
  readonly changed: readonly Notice[];
  /** Episodes that could not be looked after, and why; all others were. */
  readonly failed: readonly { readonly episode: string; readonly code: string; readonly message: string }[];
};

/**
 * What the clock records for an episode when a day is reached: one event for each thing that time alone did and that was not
 * recorded before. The state does not rest on these events, it follows from the facts; they say that the clock was there, so
 * that after a migration none is made for the days before it.
 */
export function clockEvents(
  episode: Episode,
  to: CalendarDate,
): { events: EpisodeEvent[]; entries: JournalEntry[]; fold: Fold } {
  const { episode: told, fold } = standAsOf(episode, to);
  const since = told.previous === null ? Number.NEGATIVE_INFINITY : toDayNumber(told.previous.until);
  const recorded = new Set(
    episode.records.flatMap(({ event }) =>
      event.type === 'DeadlineReached' ? [`${event.on}/${event.deadline}`] : [],
    ),
  );
  const entries = fold.journal.filter(
    (entry) => entry.fact === 0 && entry.kind !== 'task' && entry.day >= since && !recorded.has(keyOf(entry)),
  );
  const events = entries.map(
    (entry): EpisodeEvent => ({
      type: 'DeadlineReached',
      on: fromDayNumber(entry.day),
      by: 'stepwell',
      deadline: idOf(entry),
      title: entry.text,
    }),
  );
  return { events, entries, fold };
}

/** What the clock writes for an episode, and the episode after it. `effective` are the held facts that take effect with it. */
export function clockWrite(
  episode: Episode,
  to: CalendarDate,
  now: string,
  effective: readonly number[] = [],
) {
  const last = episode.records.at(-1)?.recordedAt ?? now;
  const recordedAt = last > now ? last : now;
  const { events, entries, fold } = clockEvents(episode, to);
  const takingEffect = fold.journal.filter(({ fact }) => effective.includes(fact));
  const version = episode.records.length;
  const records = events.map((event, i) => ({ version: version + i + 1, recordedAt, event }));
  const after = appendRecords(episode, records);
  const written = writeOf(after, events, recordedAt, to, to);
  const notice: Notice = {
    episode: episode.id,
    version: version + events.length,
    events: records.map(({ event, version: v }) => ({ version: v, event })),
    changes: changesOf([...entries, ...takingEffect].sort((a, b) => a.day - b.day)),
  };
  return { ...written, notice };
}

/** The name of what time did, as a `DeadlineReached` event has it. */
export function idOf(entry: JournalEntry): string {
  return `${entry.kind}/${entry.id}/${entry.to}`;
}

function keyOf(entry: JournalEntry): string {
  return `${fromDayNumber(entry.day)}/${idOf(entry)}`;
}
