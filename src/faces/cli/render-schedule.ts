import { addDays } from '../../curriculum/calendar-date.ts';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { cleanText } from './clean-text.ts';
import { renderTable } from './render-table.ts';
import type { ScheduleRow } from './schedule-row.ts';
import { bold, faint } from './screen.ts';
import { withWeekday } from './with-weekday.ts';

/** Draws the schedule of a curriculum as a table with the weeks of the program. */
export function renderSchedule(curriculum: Curriculum, start: string, rows: readonly ScheduleRow[]): string {
  const titles = new Map(curriculum.tracks.map((track) => [track.id, track.title]));
  const sessions = rows.filter((row) => !('kind' in row)).length;
  const head = `${bold(cleanText(curriculum.title))} ${faint(`(${curriculum.id} ${curriculum.version})`)}`;
  let week = 0;
  const lines = rows.map((row) => {
    const fresh = row.week !== week;
    week = row.week;
    return [fresh ? week : '', ...cellsOf(row, titles)];
  });
  const end = rows.length === 0 ? '' : `, weeks 1 to ${week}, to ${addDays(start, week * 7 - 1)}`;
  return [
    head,
    renderTable(['Week', 'Day', 'Start', 'Minutes', 'Track', 'Session', 'Title'], lines),
    `${sessions} sessions from ${start}${end}`,
  ].join('\n\n');
}

function cellsOf(row: ScheduleRow, titles: ReadonlyMap<string, string>): readonly unknown[] {
  if (!('kind' in row)) {
    const track = titles.get(row.track) ?? row.track;
    return [withWeekday(row.date), row.start, row.minutes, track, row.session, row.title];
  }
  if (row.kind === 'mutual-help') {
    const often = row.perWeek === null ? 'mutual-help meetings' : `${row.perWeek} mutual-help meetings`;
    const days = row.days.length === 0 ? 'any day' : row.days.map(withWeekday).join(', ');
    return [days, '', '', 'Mutual help', '', often];
  }
  const days = row.days === 'random' ? 'on drawn days' : row.days.map(withWeekday).join(', ');
  return [
    days,
    '',
    '',
    'Drug test',
    '',
    `${row.test}, ${row.perWeek} this week (${row.specimens.join(', ')})`,
  ];
}
