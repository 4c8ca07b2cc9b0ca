import type { Curriculum } from '../curriculum.ts';
import { criterionPlaces } from '../structure/criterion-places.ts';
import { type Weeks, weekSpan } from '../weeks.ts';
import { adjunctNames } from './adjunct-names.ts';
import { adjunctParts } from './adjunct-parts.ts';

/** When an added curriculum is given; see `Adjunct`. */
export type AdjunctTime = {
  readonly during?: readonly string[] | undefined;
  readonly weeks?: Weeks | undefined;
};

const LISTS = ['tracks', 'monitors', 'drugTests', 'instruments', 'incentives', 'privileges'] as const;

/** A program with a therapy added, and what of it was added. */
export type WithAdjunct = {
  readonly curriculum: Curriculum;
  /** For each part that was added, the place that it has in its own curriculum. */
  readonly added: { readonly [list in (typeof LISTS)[number]]: readonly number[] };
  /** Whether its doses to take home were added; a program that has its own keeps those. */
  readonly takeHome: boolean;
  /** For each source that was added, the name that it has in its own curriculum. */
  readonly sources: ReadonlyMap<string, string>;
};

/**
 * Adds the tracks, tests, instruments, monitors, rewards, privileges, doses to take home and sources of a therapy to a program. Pure.
 *
 * The therapy has no phases there: it runs beside those of the program that `during` names, from the first week of the
 * first of them on, and no gate waits for it unless the site says so. Its monitors raise their tasks, but none of them
 * recommends a discharge from the program. `checkStructure` tells whether the whole makes sense.
 *
 * ```ts
 * addAdjunct(php, tms, { during: ['treatment'] }).curriculum.tracks.map(({ id }) => id)
 * //=> [ … the tracks of php, 'tms-sessions' ]
 * ```
 */
export function addAdjunct(program: Curriculum, adjunct: Curriculum, time: AdjunctTime = {}): WithAdjunct {
  const names = adjunctNames(program, adjunct);
  const timed = program.phases.flatMap(({ id, weeks }) => (weeks === undefined ? [] : [{ id, weeks }]));
  const during = time.during ?? timed.map(({ id }) => id);
  const starts = timed.filter(({ id }) => during.includes(id)).map(({ weeks }) => weekSpan(weeks).from);
  const until = starts.length === 0 ? 0 : Math.min(...starts) - 1;
  const before = during.length === 1 ? 0 : until;
  const given = timed.every(({ id }) => during.includes(id))
    ? null
    : timed.flatMap(({ id, weeks }) => (during.includes(id) ? [String(weeks)] : [])).join(', ');
  const ends = program.phases.flatMap(({ id, final }) => (final === undefined ? [] : [id]));
  const parts = {
    ...adjunctParts(
      { names, added: adjunct, during, ends },
      { part: time.weeks ?? null, before, given, until },
    ),
    instruments: listsInstruments(program) ? (adjunct.instruments ?? []) : [],
  };
  const has = (list: (typeof LISTS)[number], id: string) =>
    list !== 'tracks' && (program[list] ?? []).some((part) => part.id === id);
  const fresh = (list: (typeof LISTS)[number]) =>
    parts[list].flatMap(({ id }, index) => (has(list, id) ? [] : [index]));
  const added = {
    tracks: fresh('tracks'),
    monitors: fresh('monitors'),
    drugTests: fresh('drugTests'),
    instruments: fresh('instruments'),
    incentives: fresh('incentives'),
    privileges: fresh('privileges'),
  };
  const lists = Object.fromEntries(
    LISTS.flatMap((list) => {
      const more = added[list].map((index) => parts[list][index]);
      return more.length === 0 ? [] : [[list, [...(program[list] ?? []), ...more]]];
    }),
  );
  const sources = new Map(
    [...names.sources].flatMap(([own, name]) => (name in program.sources ? [] : [[name, own] as const])),
  );
  const more = Object.fromEntries([...sources].map(([name, own]) => [name, adjunct.sources[own]]));
  const takeHome = program.takeHome ?? parts.takeHome;
  const doses = takeHome === undefined ? {} : { takeHome };
  const curriculum = {
    ...program,
    ...doses,
    ...lists,
    sources: { ...program.sources, ...more },
  } as Curriculum;
  return { curriculum, added, takeHome: takeHome !== program.takeHome, sources };
}

/** Whether the program lists its instruments, or names none, so that listing those of the therapy forbids it nothing. */
function listsInstruments(program: Curriculum): boolean {
  return (
    program.instruments !== undefined ||
    !criterionPlaces(program).some(({ criterion }) => 'instrument' in criterion)
  );
}
