import type { Curriculum } from '../curriculum.ts';
import { sameValue } from '../diff/same-value.ts';

/** How the parts of an added curriculum are called in the program that it is added to; parts that keep their name are there, too. */
export type AdjunctNames = {
  readonly tracks: ReadonlyMap<string, string>;
  readonly monitors: ReadonlyMap<string, string>;
  readonly drugTests: ReadonlyMap<string, string>;
  readonly incentives: ReadonlyMap<string, string>;
  readonly privileges: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
};

/**
 * Names the parts of an added curriculum: as they are, and with the id of their curriculum before them where the program has
 * another part of that name. A source, monitor or test plan that both have word for word is one and the same. Pure.
 */
export function adjunctNames(program: Curriculum, added: Curriculum): AdjunctNames {
  const named = (has: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>>) =>
    new Map(
      Object.entries(own).map(([id, value]) => [
        id,
        id in has && !sameValue(has[id], value) ? `${added.id}-${id}` : id,
      ]),
    );
  return {
    // Two tracks are never the same one: each has its own sessions to attend.
    tracks: named(byId(program.tracks), idsOf(added.tracks)),
    monitors: named(byId(program.monitors), byId(added.monitors)),
    drugTests: named(byId(program.drugTests), byId(added.drugTests)),
    // What is earned by one set of rules is not earned by another.
    incentives: named(byId(program.incentives), idsOf(added.incentives)),
    privileges: named(byId(program.privileges), idsOf(added.privileges)),
    sources: named(program.sources, added.sources),
  };
}

/** By id, each unlike anything that the program has, so that one of the same id gets another name. */
function idsOf(parts: readonly { readonly id: string }[] = []): Record<string, unknown> {
  return Object.fromEntries(parts.map(({ id }) => [id, null]));
}

function byId(parts: readonly { readonly id: string }[] = []): Record<string, unknown> {
  return Object.fromEntries(parts.map((part) => [part.id, part]));
}
