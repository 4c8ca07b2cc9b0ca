import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import type { EpisodeEvent } from '../program/episode-event.ts';
import type { JournalEntry } from '../program/journal.ts';
import { appendRecords, type Episode, standAsOf } from './episode.ts';
import type { Notice } from './outcome.ts';
import { changesOf, writeOf } from './write-episode.ts';

/** What a day's clock did: the episodes it touched, and what changed by time alone. */
export type ClockReport = {
  readonly to: CalendarDate;
  readonly touched: number;
  readonly changed: readonly Notice[];
};

/**
 * What the clock records for an episode when a day is reached: one event for each thing that time alone did and that was not
 * recorded before. The state does not rest on these events, it follows from the facts; they say that the clock was there, so
 * that after a migration none is made for the days before it.
 */
export function clockEvents(
  episode: Episode,
  to: CalendarDate,
): { events: EpisodeEvent[]; entries: JournalEntry[] } {
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
  return { events, entries };
}

/** What the clock writes for an episode, and the episode after it. */
export function clockWrite(episode: Episode, to: CalendarDate, now: string) {
  const last = episode.records.at(-1)?.recordedAt ?? now;
  const recordedAt = last > now ? last : now;
  const { events, entries } = clockEvents(episode, to);
  const version = episode.records.length;
  const records = events.map((event, i) => ({ version: version + i + 1, recordedAt, event }));
  const after = appendRecords(episode, records);
  const written = writeOf(after, events, recordedAt, to, to);
  const notice: Notice = {
    episode: episode.id,
    version: version + events.length,
    events: records.map(({ event, version: v }) => ({ version: v, event })),
    changes: changesOf(entries),
  };
  return { ...written, notice };
}

function idOf(entry: JournalEntry): string {
  return `${entry.kind}/${entry.id}/${entry.to}`;
}

function keyOf(entry: JournalEntry): string {
  return `${fromDayNumber(entry.day)}/${idOf(entry)}`;
}
