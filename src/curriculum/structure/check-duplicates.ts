import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';

/** Finds ids, session numbers and weekdays that stand twice where each may stand once. Pure. */
export function checkDuplicates(curriculum: Curriculum): StructureIssue[] {
  const {
    phases,
    tracks,
    drugTests = [],
    instruments = [],
    monitors = [],
    incentives = [],
    privileges = [],
  } = curriculum;
  return [
    ...ids(phases, ['phases']),
    ...ids(tracks, ['tracks']),
    ...ids(drugTests, ['drugTests']),
    ...ids(instruments, ['instruments']),
    ...ids(monitors, ['monitors']),
    ...ids(incentives, ['incentives']),
    ...ids(privileges, ['privileges']),
    ...incentives.flatMap(({ prizes = [] }, i) => ids(prizes, ['incentives', i, 'prizes'])),
    ...monitors.flatMap(({ states }, m) => ids(states, ['monitors', m, 'states'])),
    ...monitors.flatMap(({ states }, m) =>
      states.flatMap(({ tasks = [] }, s) => ids(tasks, ['monitors', m, 'states', s, 'tasks'])),
    ),
    ...tracks.flatMap(({ sessions }, t) =>
      repeated(sessions.map(({ number }) => number)).map((s) =>
        structureError(
          'duplicate-id',
          ['tracks', t, 'sessions', s, 'number'],
          `session ${sessions[s]?.number} stands here already; give each session its own number`,
        ),
      ),
    ),
    ...tracks.flatMap(({ schedule }, t) =>
      schedule.flatMap(({ weekdays }, s) => values(weekdays, ['tracks', t, 'schedule', s, 'weekdays'])),
    ),
    ...tracks.flatMap(({ during }, t) => values(during, ['tracks', t, 'during'])),
    ...phases.flatMap(({ next = [] }, p) => values(next, ['phases', p, 'next'])),
    ...phases.flatMap(({ returnsTo = [] }, p) => values(returnsTo, ['phases', p, 'returnsTo'])),
    ...drugTests.flatMap(({ days }, d) => (days === 'random' ? [] : values(days, ['drugTests', d, 'days']))),
    ...values(curriculum.policies?.mutualHelp?.days ?? [], ['policies', 'mutualHelp', 'days']),
  ];
}

function ids(items: readonly { readonly id: string }[], path: CurriculumPath): StructureIssue[] {
  return repeated(items.map(({ id }) => id)).map((index) =>
    structureError(
      'duplicate-id',
      [...path, index, 'id'],
      `${items[index]?.id} stands in ${path.at(-1)} already; give each its own id`,
    ),
  );
}

function values(list: readonly string[], path: CurriculumPath): StructureIssue[] {
  return repeated(list).map((index) =>
    structureError(
      'duplicate-value',
      [...path, index],
      `${list[index]} stands in this list already; remove one`,
    ),
  );
}

/** The places of values that came before in a list. */
function repeated(list: readonly (string | number)[]): number[] {
  const met = new Set<string | number>();
  return list.flatMap((value, index) => {
    const again = met.has(value);
    met.add(value);
    return again ? [index] : [];
  });
}
