import { type CalendarDate, fromDayNumber } from '../curriculum/calendar-date.ts';
import { canonicalJson } from '../program/canonical-json.ts';
import type { EpisodeEvent } from '../program/episode-event.ts';
import type { Fold } from '../program/fold.ts';
import type { JournalEntry } from '../program/journal.ts';
import { persistFold } from '../program/persist-fold.ts';
import { episodeCourse } from './census/episode-course.ts';
import { describeCaseloadRow } from './describe-caseload-row.ts';
import { dueItems } from './due-items.ts';
import type { DueRow } from './due-row.ts';
import { type Episode, lastDay, standAsOf } from './episode.ts';
import type { EpisodeWrite } from './event-store.ts';
import type { Change } from './outcome.ts';
import { peopleOf } from './people.ts';
import { worklistRows } from './worklists/worklist-rows.ts';

/**
 * What one episode's new events write: the events, the snapshot, the due rows and the caseload row, as of the latest day
 * of which the record speaks (or a later one that the clock has reached).
 */
export function writeOf(
  episode: Episode,
  events: readonly EpisodeEvent[],
  recordedAt: string,
  today: CalendarDate,
  clock?: CalendarDate,
): { write: EpisodeWrite; episode: Episode; fold: Fold } {
  const latest = lastDay(episode, today) ?? today;
  const asOf = clock !== undefined && clock > latest ? clock : latest;
  const standing = standAsOf(episode, asOf);
  const items = dueItems(standing.episode, standing.fold);
  const people = peopleOf(standing.episode, asOf);
  const { counselor } = people;
  const atPresent = standing.episode === standing.whole;
  const due = items.map(
    ({ because: _because, ...item }): DueRow => ({
      episode: episode.id,
      ...item,
      raised: item.dueOn <= asOf,
      counselor,
    }),
  );
  const expectedVersion = episode.records.length - events.length;
  const caseload = describeCaseloadRow(standing.episode, standing.fold, asOf, items);
  const write: EpisodeWrite = {
    episode: episode.id,
    expectedVersion,
    recordedAt,
    events: events.map(canonicalJson),
    snapshot:
      atPresent && completesBlock(expectedVersion, events.length) ? snapshotOf(standing.episode) : null,
    due,
    caseload,
    worklist: worklistRows(standing.episode, standing.fold, asOf, items, caseload),
    course: episodeCourse(standing.episode, standing.fold, people),
  };
  return { write, episode: standing.whole, fold: standing.fold };
}

/** A snapshot is written with one version in so many: what came after it is quickly told, and a command need not pay for it each time. */
const SNAPSHOT_EVERY = 8;

function completesBlock(before: number, added: number): boolean {
  return Math.floor((before + added) / SNAPSHOT_EVERY) > Math.floor(before / SNAPSHOT_EVERY);
}

/**
 * The snapshot of an episode: what was told up to the latest day: another fact of that day may belong before the latest one, and would have the episode told from the
 * start.
 */
export function snapshotOf({ course, checkpoints, ...present }: Episode): EpisodeWrite['snapshot'] {
  const { told, fold } = checkpoints.at(-1) ?? present;
  return { planHash: course.hash, body: JSON.stringify({ told, fold: persistFold(course, fold) }) };
}

/** Journal entries as changes with dates. */
export function changesOf(entries: readonly JournalEntry[]): Change[] {
  return entries.map(({ day, kind, id, from, to, text }) => ({
    on: fromDayNumber(day),
    kind,
    id,
    from,
    to,
    text,
  }));
}
