import type { GroupFilter } from './engine-groups.ts';
import type { GroupState } from './group-state.ts';

type Wanted = Omit<GroupFilter, 'group'>;
/** Under which names a group is found: of a patient, of somebody who leads, of a site. */
type Kind = 'episode' | 'leader' | 'site';

/** Finds those of many groups that concern somebody, without looking at the others. */
export class GroupIndex {
  #all: readonly GroupState[] = [];
  /** The places in the list of those groups that have a name, in their order. */
  readonly #places: Record<Kind, Map<string, Set<number>>> = {
    episode: new Map(),
    leader: new Map(),
    site: new Map(),
  };

  /** Those of all groups that fit, in their order. What was indexed is used again for each group that is still the same. */
  find(all: readonly GroupState[], filter: Wanted): GroupState[] {
    this.#catchUp(all);
    const { episode, episodes, leader, site } = filter;
    const fits = fitting(filter);
    if (episode !== undefined) return this.#at('episode', [episode]).filter(fits);
    if (episodes !== undefined) return this.#at('episode', episodes).filter(fits);
    if (leader !== undefined) return this.#at('leader', [leader]).filter(fits);
    return site === undefined ? [...all] : this.#at('site', [site]).filter(fits);
  }

  #at(kind: Kind, names: readonly string[]): GroupState[] {
    const found = new Set(names.flatMap((name) => [...(this.#places[kind].get(name) ?? [])]));
    return [...found].sort((a, b) => a - b).map((place) => this.#all[place] as GroupState);
  }

  #catchUp(all: readonly GroupState[]): void {
    if (all === this.#all) return;
    const before = this.#all;
    const same = before.length === all.length && all.every(({ id }, i) => id === before[i]?.id);
    if (!same) for (const places of Object.values(this.#places)) places.clear();
    for (const [place, state] of all.entries()) {
      const old = same ? before[place] : undefined;
      if (old === state) continue;
      if (old !== undefined)
        for (const [kind, name] of namesOf(old)) this.#places[kind].get(name)?.delete(place);
      for (const [kind, name] of namesOf(state)) {
        const places = this.#places[kind].get(name);
        if (places === undefined) this.#places[kind].set(name, new Set([place]));
        else places.add(place);
      }
    }
    this.#all = all;
  }
}

function namesOf({ definitions, members, bookings }: GroupState): (readonly [Kind, string])[] {
  const names: (readonly [Kind, string])[] = [];
  for (const { group } of definitions) {
    names.push(['site', group.site], ['leader', group.leader]);
    if (group.coLeader !== undefined) names.push(['leader', group.coLeader.name]);
  }
  for (const { episode } of members) names.push(['episode', episode]);
  for (const { episode } of bookings) names.push(['episode', episode]);
  return names;
}

function fitting({ site, leader, episode, episodes }: Wanted): (state: GroupState) => boolean {
  const some = episodes === undefined ? null : new Set(episodes);
  return ({ definitions, members, bookings }) =>
    (site === undefined || definitions.some((d) => d.group.site === site)) &&
    (leader === undefined ||
      definitions.some((d) => d.group.leader === leader || d.group.coLeader?.name === leader)) &&
    (episode === undefined || [...members, ...bookings].some((m) => m.episode === episode)) &&
    (some === null || members.some((m) => some.has(m.episode)) || bookings.some((b) => some.has(b.episode)));
}
