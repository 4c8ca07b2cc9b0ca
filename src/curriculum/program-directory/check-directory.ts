import { known } from '../intake/known.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';
import type { ProgramDirectory } from './program-directory.ts';
import type { ProgramEntry } from './program-entry.ts';

/** Finds what makes no sense in a directory as a whole: ids given twice, limits that nobody meets. Pure. */
export function checkDirectory({ programs }: ProgramDirectory): StructureIssue[] {
  const seen = new Set<string>();
  return programs.flatMap((entry, index) => {
    const twice = seen.has(entry.id);
    seen.add(entry.id);
    const message = `${entry.id} is the id of another program already; give this one its own`;
    return [
      ...(twice ? [structureError('duplicate-id', ['programs', index, 'id'], message)] : []),
      ...impossible(entry, index),
    ];
  });
}

function impossible(entry: ProgramEntry, index: number): StructureIssue[] {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = known(entry.ages) ?? {};
  const { places = Number.POSITIVE_INFINITY, free = 0 } = known(entry.capacity) ?? {};
  const found: StructureIssue[] = [];
  if (minimum > maximum) {
    const message = `nobody is at least ${minimum} and at most ${maximum} years old; put the limits right`;
    found.push(structureError('threshold-impossible', ['programs', index, 'ages'], message));
  }
  if (free > places) {
    const message = `${free} places cannot be free of ${places}; put the numbers right`;
    found.push(structureError('threshold-impossible', ['programs', index, 'capacity'], message));
  }
  return found;
}
