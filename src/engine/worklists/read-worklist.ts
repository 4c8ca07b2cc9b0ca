import { addDays, type CalendarDate, daysBetween } from '../../curriculum/calendar-date.ts';
import type { EventStore } from '../event-store.ts';
import { parseCommandWith } from '../parse-command.ts';
import { WORKLIST_DAYS, type WorklistPage, WorklistQuery } from './worklist-row.ts';

const PAGE = 50;

/** Reads one page of a worklist. Throws `invalid-command` for something that is no query. */
export async function readWorklist(
  store: EventStore,
  input: WorklistQuery,
  today: CalendarDate,
): Promise<WorklistPage> {
  const { on = today, days, after, limit = PAGE, ...filter } = parseCommandWith(WorklistQuery, input);
  const upTo = addDays(on, -(days ?? WORKLIST_DAYS[filter.list]));
  const [since = '', episode = ''] = after?.split(' ') ?? [];
  const behind = after === undefined ? {} : { after: { since, episode } };
  const found = await store.worklist({ ...filter, ...behind, upTo, limit: limit + 1 });
  const rows = found.slice(0, limit).map((row) => ({ ...row, days: daysBetween(row.since, on) }));
  const last = rows.at(-1);
  return { rows, after: found.length > limit && last ? `${last.since} ${last.episode}` : null };
}
