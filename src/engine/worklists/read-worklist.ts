import { addDays, type CalendarDate, daysBetween } from '../../curriculum/calendar-date.ts';
import type { EventStore } from '../event-store.ts';
import { parseCommandWith } from '../parse-command.ts';
import {
  WORKLIST_DAYS,
  type WorklistName,
  type WorklistPage,
  WorklistQuery,
  type WorklistRow,
} from './worklist-row.ts';

const PAGE = 50;
const ORDER = Object.keys(WORKLIST_DAYS) as WorklistName[];
/** Behind every episode: no id has such a character. */
const LAST = '\u{10FFFF}';

type Cursor = { readonly since: CalendarDate; readonly list: WorklistName; readonly episode: string };

/**
 * Reads one page of one or more worklists together: by the day since when, then in the order of the lists, then by episode. Throws
 * `invalid-command` for something that is no query.
 */
export async function readWorklist(
  store: EventStore,
  input: WorklistQuery,
  today: CalendarDate,
): Promise<WorklistPage> {
  const { on = today, days, after, limit = PAGE, list, ...filter } = parseCommandWith(WorklistQuery, input);
  const lists = ORDER.filter((name) => list === name || list.includes(name));
  const cursor = after === undefined ? null : cursorOf(after, lists);
  const found: WorklistRow[] = [];
  for (const name of lists) {
    const upTo = addDays(on, -(days ?? WORKLIST_DAYS[name]));
    const behind = cursor === null ? {} : { after: placeIn(name, cursor) };
    found.push(...(await store.worklist({ ...filter, list: name, ...behind, upTo, limit: limit + 1 })));
  }
  // Each list comes in its order, and the lists come in theirs: only the days have to be merged, and a sort keeps what is equal in place.
  const inOrder = lists.length === 1 ? found : found.sort((a, b) => compare(a.since, b.since));
  const rows = inOrder.slice(0, limit).map((row) => ({ ...row, days: daysBetween(row.since, on) }));
  const last = rows.at(-1);
  return {
    rows,
    after: inOrder.length > limit && last ? `${last.since} ${last.list} ${last.episode}` : null,
  };
}

/** Reads a cursor: `2026-03-02 not-seen e-1`, or without a list where there is but one. */
function cursorOf(text: string, lists: readonly WorklistName[]): Cursor {
  const [since = '', second = '', third] = text.split(' ');
  const list = third === undefined ? lists[0] : ORDER.find((name) => name === second);
  return { since, list: list ?? 'not-seen', episode: third ?? second };
}

/** Where a list goes on behind a row of another list, or of its own. */
function placeIn(
  list: WorklistName,
  { since, list: of, episode }: Cursor,
): { since: string; episode: string } {
  const order = ORDER.indexOf(list) - ORDER.indexOf(of);
  return { since, episode: order === 0 ? episode : order < 0 ? LAST : '' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
