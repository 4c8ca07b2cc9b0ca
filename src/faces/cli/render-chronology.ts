import { stripVTControlCharacters } from 'node:util';
import type { EpisodeExport } from '../../engine/export-episode.ts';
import type { HistoryEntry } from '../../engine/history.ts';
import { cleanText } from './clean-text.ts';
import { describeEvent } from './describe-event.ts';
import { renderStatus } from './render-status.ts';
import { withWeekday } from './with-weekday.ts';
import { wrapText } from './wrap-text.ts';

/**
 * Writes everything about one episode as plain text to print: where the patient stands, then day by day what happened, who
 * recorded it and when, what was corrected, and how each meeting came out. Pure.
 */
export function renderChronology(whole: EpisodeExport): string {
  const { status, history, meetings, byTime } = whole;
  const events = new Map(history.map((entry) => [entry.version, entry]));
  const titles = new Map(status.tracks.map(({ id, title }) => [id, title]));
  const days = new Set([...history, ...meetings, ...byTime].map(({ on }) => on));
  const lines = [
    `Chronology of episode ${cleanText(status.episode)}`,
    `Printed ${moment(whole.exportedAt)} from ${history.length} events`,
    '',
    'WHERE THE PATIENT STANDS',
    '',
    stripVTControlCharacters(renderStatus({ ...status, allowed: [] })),
    '',
    'WHAT HAPPENED',
  ];
  for (const day of [...days].sort()) {
    lines.push('', withWeekday(day));
    for (const meeting of meetings.filter(({ on }) => on === day)) {
      const topic = [meeting.session, meeting.title].filter((part) => part !== null).join(', ');
      const source = meeting.fact === null ? '' : ` (event ${meeting.fact})`;
      const track = titles.get(meeting.track) ?? meeting.track;
      lines.push(
        ...wrapText(
          `  meeting of ${cleanText(track)} ${cleanText(topic)}: ${meeting.outcome === 'unrecorded' ? 'no record' : meeting.outcome}${source}`,
          4,
        ),
      );
    }
    for (const entry of history.filter(({ on }) => on === day)) lines.push(...tellEvent(entry, events));
    for (const change of byTime.filter(({ on }) => on === day))
      lines.push(...wrapText(`  by time alone: ${cleanText(change.text)}`, 4));
  }
  return lines.join('\n');
}

function tellEvent(entry: HistoryEntry, events: ReadonlyMap<number, HistoryEntry>): string[] {
  const { version, event, changes, corrections } = entry;
  const what = `${MARK[entry.standing]}${cleanText(describeEvent(event))}`;
  const time = event.at === undefined ? '' : ` at ${event.at}`;
  return [
    ...wrapText(`${String(version).padStart(5)}  ${what}${time}`, 7),
    ...wrapText(`       ${recordedBy(entry)}`, 9),
    ...corrections.flatMap((number) => {
      const correction = events.get(number);
      if (correction === undefined) return [];
      const how = cleanText(describeEvent(correction.event)).replace(/^event \d+ /, '');
      return wrapText(`       corrected by event ${number}: ${how}; ${recordedBy(correction)}`, 9);
    }),
    ...changes.flatMap(({ on, text }) =>
      wrapText(`       → ${on === entry.on ? '' : `${on} `}${cleanText(text)}`, 9),
    ),
  ];
}

/** What stands before an event that is not simply a fact that stands. */
const MARK: Record<HistoryEntry['standing'], string> = {
  standing: '',
  amended: '[amended] ',
  voided: '[voided] ',
  correction: '[correction] ',
  clock: '[clock] ',
  'clock-obsolete': '[clock, no longer follows] ',
  held: '[still to come] ',
  'without-effect': '[without effect] ',
};

function recordedBy({ event, recordedAt }: HistoryEntry): string {
  const who = [event.by, event.role].filter((part) => part !== undefined).map(cleanText);
  const why = event.reason === undefined ? '' : `, because: ${cleanText(event.reason)}`;
  return `${who.join(', ')}, recorded ${moment(recordedAt)}${why}`;
}

function moment(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
