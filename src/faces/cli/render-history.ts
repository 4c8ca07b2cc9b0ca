import type { HistoryEntry } from '../../engine/history.ts';
import { cleanText } from './clean-text.ts';
import { describeEvent } from './describe-event.ts';
import { bad, bold, faint, open } from './screen.ts';
import { withWeekday } from './with-weekday.ts';

/** Draws a history as days with their events; what was corrected stays visible, with the number of the correction. */
export function renderHistory(entries: readonly HistoryEntry[]): string {
  const lines: string[] = [];
  let day = '';
  const amendments = new Set(entries.filter((e) => e.event.type === 'Amended').map((e) => e.version));
  for (const entry of entries) {
    if (entry.on !== day) lines.push(bold(withWeekday(entry.on)));
    day = entry.on;
    lines.push(...renderEntry(entry, amendments));
  }
  return lines.join('\n');
}

function renderEntry(entry: HistoryEntry, amendments: ReadonlySet<number>): string[] {
  const { version, event, standing, corrections } = entry;
  const by = [event.by, event.role, event.at, lateBy(entry)].filter((part) => part !== undefined);
  const text = cleanText(describeEvent(event));
  const line = `  ${String(version).padStart(4)}  ${standing === 'voided' ? bad(`✗ ${text}`) : text}${mark(standing, corrections, amendments)}`;
  return [
    `${line}  ${faint(cleanText(by.join(', ')))}`,
    ...(event.reason === undefined ? [] : [`        ${faint(`because: ${cleanText(event.reason)}`)}`]),
    ...(event.type === 'Amended' && event.on !== entry.on
      ? [`        ${faint(`entered on ${event.on}`)}`]
      : []),
    ...entry.changes.map((change) => `        → ${cleanText(change.text)}`),
  ];
}

function mark(
  standing: HistoryEntry['standing'],
  corrections: readonly number[],
  amendments: ReadonlySet<number>,
): string {
  const numbers = corrections.join(', ');
  if (standing === 'voided') {
    const amended = corrections.filter((number) => amendments.has(number));
    const voided = corrections.filter((number) => !amendments.has(number)).join(', ');
    return bad(` [${amended.length > 0 ? `amended by ${amended.join(', ')}; ` : ''}voided by ${voided}]`);
  }
  if (standing === 'amended') return open(` [amended by ${numbers}]`);
  if (standing === 'correction')
    return numbers === '' ? open(' [correction]') : bad(` [correction, voided by ${numbers}]`);
  if (standing === 'held') return open(' [still to come]');
  if (standing === 'clock-obsolete') return faint(' [clock; no longer follows from the record]');
  return standing === 'clock' ? faint(' [clock]') : '';
}

/** The day of the recording, where it is later than the day it is about. */
function lateBy({ on, recordedAt, standing }: HistoryEntry): string | undefined {
  const recorded = recordedAt.slice(0, 10);
  return recorded > on && !standing.startsWith('clock') ? `recorded ${recorded}` : undefined;
}
