import { ErasedEpisodes } from '../erased-episodes.ts';
import type { EventStore } from '../event-store.ts';
import { StepwellError } from '../stepwell-error.ts';
import { type FreshStreams, StreamWatch } from '../stream-watch.ts';
import { type Closure, closuresOf, NO_CLOSURES } from './closure.ts';
import type { PlacedGroup } from './group-decision.ts';
import { GroupEvent, SiteEvent } from './group-event.ts';
import { emptyGroup, type GroupState, tellGroup } from './group-state.ts';
import { withoutErased } from './without-erased.ts';

const PREFIX = 'group:';
const SITES = 'site:';

/** A site with the days on which it is closed, and the version of its stream. */
export type SiteState = { readonly version: number; readonly events: readonly SiteEvent[] } & {
  readonly closures: readonly Closure[];
};

/** All groups with the closures of their sites, as they were after so many changes of sites. */
type Placed = { readonly all: readonly GroupState[]; readonly changes: number } & {
  readonly list: readonly PlacedGroup[];
};

/** The id of a group's stream in the store. */
export function groupStream(group: string): string {
  return `${PREFIX}${group}`;
}

/** The ids of all groups of a store, in order. */
export async function groupIds(store: EventStore): Promise<readonly string[]> {
  return (await store.streams(PREFIX)).map((stream) => stream.slice(PREFIX.length));
}

/** The id of a site's stream in the store. */
export function siteStream(site: string): string {
  return `${SITES}${site}`;
}

/**
 * The stream with a line for each change of what groups take up: people and rooms. Whoever takes up some demands that it is unchanged, so that
 * two processes never give one room away twice.
 */
export const GROUP_CLAIMS = 'places:groups';

/**
 * Reads groups and sites from a store. What it holds is a cache; the store decides: before each answer it looks at what was recorded
 * since the one before, so that the cost follows that and not the number of groups.
 */
export class GroupReader {
  readonly #store: EventStore;
  readonly #groups = new Map<string, GroupState>();
  readonly #erased: ErasedEpisodes;
  /** The erased episodes that are left out of what is remembered here, and the groups without them. */
  #without: ReadonlySet<string> = new Set();
  #shown = new WeakMap<GroupState, GroupState>();
  readonly #sites = new Map<string, SiteState>();
  readonly #fresh: FreshStreams;
  /** The ids of all groups, in order; null where they have to be asked for. */
  #ids: readonly string[] | null = null;
  /** All groups, as long as none of them changed. */
  #all: readonly GroupState[] | null = null;
  #placed: Placed | null = null;
  /** How often a site may have changed. */
  #siteChanges = 0;
  #claims = 0;

  constructor(store: EventStore, watch = new StreamWatch(store), erased = new ErasedEpisodes(store, watch)) {
    this.#store = store;
    this.#erased = erased;
    this.#fresh = watch.remember((stream, { begun }) => {
      if (stream === null || stream.startsWith(SITES)) this.#siteChanges += 1;
      if (stream !== null && !stream.startsWith(PREFIX)) return;
      this.#all = null;
      if (stream === null || begun) this.#ids = null;
    });
  }

  /** A group as the store has it now, without patients whose episodes were erased; of version 0 where there is none. */
  async group(id: string): Promise<GroupState> {
    await this.#leaveOut();
    return this.#show(await this.#group(id));
  }

  /** All groups, in the order of their ids; the same list as before where nothing changed in any of them. */
  async groups(): Promise<readonly GroupState[]> {
    await this.#leaveOut();
    if (this.#all !== null) return this.#all;
    const [at, without] = [this.#fresh.at(), this.#without];
    const ids = this.#ids ?? (await groupIds(this.#store));
    const found: GroupState[] = [];
    for (const id of ids) {
      const known = this.#groups.get(id);
      const state = known !== undefined && this.#fresh.has(groupStream(id)) ? known : await this.#group(id);
      found.push(this.#show(state));
    }
    if (this.#fresh.at() === at && this.#without === without) [this.#ids, this.#all] = [ids, found];
    return found;
  }

  /** All groups with the closures of their sites; the same list, and the same part of it, as before where nothing changed in them. */
  async placed(): Promise<readonly PlacedGroup[]> {
    const all = await this.groups();
    const before = this.#placed;
    const changes = this.#siteChanges;
    if (before?.all === all && before.changes === changes) return before.list;
    const bySite = new Map<string | undefined, readonly Closure[]>();
    const list: PlacedGroup[] = [];
    for (const [i, state] of all.entries()) {
      const site = state.definitions.at(-1)?.group.site;
      const closures = bySite.get(site) ?? (await this.closuresFor(state));
      bySite.set(site, closures);
      const old = before?.list[i];
      list.push(old?.state === state && old.closures === closures ? old : { state, closures });
    }
    this.#placed = { all, changes, list };
    return list;
  }

  /** A site as the store has it now. */
  async site(name: string): Promise<SiteState> {
    await this.#fresh.look();
    return this.#site(name);
  }

  /** The closures of the site at which a group meets. */
  async closuresFor(state: GroupState): Promise<readonly Closure[]> {
    const site = state.definitions.at(-1)?.group.site;
    return site === undefined ? NO_CLOSURES : (await this.#site(site)).closures;
  }

  /** The version of the stream of claims. */
  async claims(): Promise<number> {
    this.#claims += (await this.#store.read(GROUP_CLAIMS, this.#claims)).length;
    return this.#claims;
  }

  /** Looks at what was recorded and erased since the last look. */
  async #leaveOut(): Promise<void> {
    const erased = await this.#erased.now();
    if (erased === this.#without) return;
    this.#without = erased;
    this.#shown = new WeakMap();
    this.#all = null;
  }

  #show(state: GroupState): GroupState {
    const shown = this.#shown.get(state) ?? withoutErased(state, this.#without);
    this.#shown.set(state, shown);
    return shown;
  }

  async #group(id: string): Promise<GroupState> {
    const stream = groupStream(id);
    const known = this.#groups.get(id) ?? emptyGroup(id);
    if (this.#fresh.has(stream)) return known;
    const at = this.#fresh.at();
    const events = await this.#read(stream, known.version, (body) => GroupEvent.parse(body));
    const state = events.reduce(tellGroup, known);
    // Another question may have gone on meanwhile and read more.
    if (state.version >= (this.#groups.get(id)?.version ?? 0)) this.#groups.set(id, state);
    this.#fresh.add(stream, at);
    return state;
  }

  async #site(name: string): Promise<SiteState> {
    const stream = siteStream(name);
    const known = this.#sites.get(name);
    if (known !== undefined && this.#fresh.has(stream)) return known;
    const at = this.#fresh.at();
    const more = await this.#read(stream, known?.version ?? 0, (body) => SiteEvent.parse(body));
    this.#fresh.add(stream, at);
    if (known !== undefined && more.length === 0) return known;
    const events = [...(known?.events ?? []), ...more];
    const state = { version: events.length, events, closures: closuresOf(events) };
    if (state.version >= (this.#sites.get(name)?.version ?? 0)) this.#sites.set(name, state);
    return state;
  }

  async #read<T>(stream: string, after: number, parse: (body: unknown) => T): Promise<T[]> {
    const stored = await this.#store.read(stream, after);
    return stored.map(({ body, version }) => {
      try {
        return parse(JSON.parse(body ?? ''));
      } catch (cause) {
        const place = { stream, version };
        throw new StepwellError(
          'corrupt-record',
          `event ${version} of ${stream} cannot be read`,
          place,
          cause,
        );
      }
    });
  }
}
