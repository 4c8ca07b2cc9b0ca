import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import type { EpisodeEvent } from '../program/episode-event.ts';
import { type Fold, foldAsOf } from '../program/fold.ts';
import { standingFacts } from '../program/standing-facts.ts';
import { standingMigrations } from '../program/standing-migrations.ts';
import { idOf } from './advance-clock.ts';
import type { Episode } from './episode.ts';
import type { Change } from './outcome.ts';
import { changesOf } from './write-episode.ts';

/** An event of an episode in the order of the days, with what became of it and what it changed. */
export type HistoryEntry = {
  readonly version: number;
  readonly on: CalendarDate;
  readonly recordedAt: string;
  readonly event: EpisodeEvent;
  /**
   * `standing`; `amended` or `voided` by the events in `corrections`; `correction` or `clock` for what is no fact itself, `clock-obsolete`
   * where what time had done by then no longer follows from the record; `held` until its day;
   * `without-effect` where a migration left it no place in the present version.
   */
  readonly standing:
    | 'standing'
    | 'amended'
    | 'voided'
    | 'correction'
    | 'clock'
    | 'clock-obsolete'
    | 'held'
    | 'without-effect';
  readonly corrections: readonly number[];
  readonly changes: readonly Change[];
};

/** The history of an episode as of a fold: every event that was ever recorded, by day and then by number. Pure. */
export function describeHistory(episode: Episode, fold: Fold, asOf: CalendarDate): HistoryEntry[] {
  const facts = new Map(standingFacts(episode.records).map(({ version, fact }) => [version, fact]));
  const told = new Set(episode.facts.map(({ version }) => version));
  const migrations = new Set(standingMigrations(episode.records).map(({ version }) => version));
  const byTime = new Set(allByTime(episode, fold));
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
      standing: standingOf(event, {
        stands: fact !== undefined || migrations.has(version),
        corrected: corrections.length > 0,
        ahead: on > asOf,
        told: told.has(version) || movesPhase(event),
        follows: event.type !== 'DeadlineReached' || byTime.has(`${event.on}/${event.deadline}`),
      }),
      corrections,
      changes,
    };
  });
  return entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.version - b.version));
}

/** What time alone did, by all versions that the episode was ever told by, each for its own days. */
function allByTime({ previous }: Episode, { journal }: Fold): string[] {
  const own = journal
    .filter(({ fact, day }) => fact === 0 && (previous === null || day >= toDayNumber(previous.until)))
    .map((entry) => `${fromDayNumber(entry.day)}/${idOf(entry)}`);
  if (previous === null) return own;
  const { course, fold } = previous.episode;
  return [...allByTime(previous.episode, foldAsOf(course, fold, toDayNumber(previous.until))), ...own];
}

/** What time alone changed, by day. */
export function changesByTime(fold: Fold): Change[] {
  return changesOf(fold.journal.filter((entry) => entry.fact === 0));
}

function standingOf(
  event: EpisodeEvent,
  is: { stands: boolean; corrected: boolean; ahead: boolean; told: boolean; follows: boolean },
): HistoryEntry['standing'] {
  if (event.type === 'DeadlineReached') return is.ahead || is.follows ? 'clock' : 'clock-obsolete';
  if (event.type === 'Amended' || event.type === 'Voided') return 'correction';
  if (!is.stands) return 'voided';
  if (is.ahead) return 'held';
  if (event.type === 'Migrated') return 'correction';
  if (!is.told) return 'without-effect';
  return is.corrected ? 'amended' : 'standing';
}

/** After a migration a patient is placed by his stays, so that a decision on his phase is told in another form. */
function movesPhase(event: EpisodeEvent): boolean {
  return event.type === 'PhaseAdvanced' || event.type === 'ReturnedToPhase';
}
