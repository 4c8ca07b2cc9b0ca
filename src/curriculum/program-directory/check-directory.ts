import { didYouMean } from '../did-you-mean.ts';
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
      ...waiting(entry, index),
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

function waiting({ waiting: terms }: ProgramEntry, index: number): StructureIssue[] {
  const rules = (terms?.priorities ?? []).map(({ id }) => id);
  const at = (...path: readonly (string | number)[]) => ['programs', index, 'waiting', ...path];
  const twice = rules.flatMap((id, i) =>
    rules.indexOf(id) === i
      ? []
      : [
          structureError(
            'duplicate-id',
            at('priorities', i, 'id'),
            `${id} is the id of another rule already; give this one its own`,
          ),
        ],
  );
  const empty = (terms?.priorities ?? []).flatMap(({ when }, i) =>
    when.flatMap((one, j) => {
      const { atLeast, atMost } = 'atLeast' in one ? one : { atLeast: undefined, atMost: undefined };
      return atLeast !== undefined && atMost !== undefined && atLeast > atMost
        ? [
            structureError(
              'threshold-impossible',
              at('priorities', i, 'when', j, 'atMost'),
              `nothing is at least ${atLeast} and at most ${atMost}; put the limits right`,
            ),
          ]
        : [];
    }),
  );
  const strange = (terms?.interim ?? []).flatMap((service, i) =>
    (service.for ?? []).flatMap((id, j) =>
      rules.includes(id)
        ? []
        : [
            structureError(
              'dangling-reference',
              at('interim', i, 'for', j),
              `there is no priority rule ${id}${didYouMean(id, rules)}`,
            ),
          ],
    ),
  );
  return [...twice, ...empty, ...strange];
}
