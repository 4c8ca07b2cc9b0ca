import type { WorklistRow, WorklistSelection } from '../../engine/worklists/worklist-row.ts';
import { compareBytes } from './compare-bytes.ts';
import type { MemoryLog } from './memory-log.ts';

const FILTERS = ['counselor', 'site', 'phase', 'levelOfCare', 'curriculum'] as const;

/** The rows of a worklist that a selection asks for: the longest waiting first, then by episode. */
export function worklistInLog(log: MemoryLog, selection: WorklistSelection): WorklistRow[] {
  const { list, upTo, after, limit } = selection;
  const order = (a: Place, b: Place) => compareBytes(a.since, b.since) || compareBytes(a.episode, b.episode);
  const rows = [...log.worklists.values()].flat().filter((row) => {
    if (row.list !== list || row.since > upTo) return false;
    if (after !== undefined && order(row, after) <= 0) return false;
    return FILTERS.every((field) => selection[field] === undefined || selection[field] === row[field]);
  });
  return structuredClone(rows.sort(order).slice(0, limit));
}

type Place = Pick<WorklistRow, 'since' | 'episode'>;
