import type { CaseloadQuery, CaseloadRow } from '../../engine/caseload-row.ts';
import type { DueQuery, DueRow } from '../../engine/due-row.ts';
import { compareBytes } from './compare-bytes.ts';
import type { MemoryLog } from './memory-log.ts';

/** The due rows that a query asks for: by date, then episode, then item. */
export function dueInLog(log: MemoryLog, query: DueQuery): DueRow[] {
  const rows = [...log.due.values()].flat().filter((row) => {
    if (query.work !== 'all' && !row.work) return false;
    if (query.upTo !== undefined && row.dueOn > query.upTo) return false;
    if (query.site !== undefined && log.caseload.get(row.episode)?.site !== query.site) return false;
    if (query.episode !== undefined && row.episode !== query.episode) return false;
    if (query.counselor !== undefined && row.counselor !== query.counselor) return false;
    return query.role === undefined || row.role === query.role;
  });
  rows.sort((a, b) => {
    return (
      compareBytes(a.dueOn, b.dueOn) || compareBytes(a.episode, b.episode) || compareBytes(a.item, b.item)
    );
  });
  return structuredClone(rows.slice(0, query.limit));
}

/** The caseload rows that a query asks for, by episode. */
export function caseloadInLog(log: MemoryLog, query: CaseloadQuery): CaseloadRow[] {
  const same = <T>(asked: T | undefined, found: T | null) => asked === undefined || asked === found;
  const rows = [...log.caseload.values()].filter((row) => {
    return (
      same(query.episode, row.episode) &&
      same(query.counselor, row.counselor) &&
      same(query.phase, row.phase) &&
      same(query.site, row.site) &&
      same(query.levelOfCare, row.levelOfCare) &&
      same(query.lifecycle, row.lifecycle) &&
      same(query.curriculum, row.curriculum) &&
      (query.open !== true || row.endedOn === null) &&
      (query.after === undefined || compareBytes(row.episode, query.after) > 0)
    );
  });
  rows.sort((a, b) => compareBytes(a.episode, b.episode));
  return structuredClone(rows.slice(0, query.limit));
}
