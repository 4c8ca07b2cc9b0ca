import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { EpisodeEvent } from '../program/episode-event.ts';
import type { Fold } from '../program/fold.ts';
import type { Episode } from './episode.ts';
import type { Change } from './outcome.ts';
import { changesOf } from './write-episode.ts';

/** An event of an episode in the order of the days, with what became of it and what it changed. */
export type HistoryEntry = {
  readonly version: number;
  readonly on: CalendarDate;
  readonly recordedAt: string;
  readonly event: EpisodeEvent;
  /** `standing`; `amended` or `voided` by the events in `corrections`; `correction` or `clock` for what is no fact itself; `held` until its day. */
  readonly standing: 'standing' | 'amended' | 'voided' | 'correction' | 'clock' | 'held';
  readonly corrections: readonly number[];
  readonly changes: readonly Change[];
};

/** The history of an episode as of a fold: every event that was ever recorded, by day and then by number. Pure. */
export function describeHistory(episode: Episode, fold: Fold, asOf: CalendarDate): HistoryEntry[] {
  const facts = new Map(episode.facts.map(({ version, fact }) => [version, fact]));
  const entries = episode.records.map(({ version, recordedAt, event }): HistoryEntry => {
    const corrections = episode.records.flatMap((r) =>
      (r.event.type === 'Amended' || r.event.type === 'Voided') && r.event.fact === version
        ? [r.version]
        : [],
    );
    const fact = facts.get(version);
    const on = fact?.on ?? event.on;
    const changes =
      event.type === 'DeadlineReached'
        ? []
        : changesOf(fold.journal.filter((entry) => entry.fact === version));
    return {
      version,
      on,
      recordedAt,
      event,
      standing: standingOf(event, fact !== undefined, corrections.length > 0, on > asOf),
      corrections,
      changes,
    };
  });
  return entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.version - b.version));
}

/** What time alone changed, by day. */
export function changesByTime(fold: Fold): Change[] {
  return changesOf(fold.journal.filter((entry) => entry.fact === 0));
}

function standingOf(
  event: EpisodeEvent,
  stands: boolean,
  corrected: boolean,
  ahead: boolean,
): HistoryEntry['standing'] {
  if (event.type === 'DeadlineReached') return 'clock';
  if (event.type === 'Amended' || event.type === 'Voided' || event.type === 'Migrated') return 'correction';
  if (!stands) return 'voided';
  if (ahead) return 'held';
  return corrected ? 'amended' : 'standing';
}
