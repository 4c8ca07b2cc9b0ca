import type { EventStore } from '../event-store.ts';
import { StepwellError } from '../stepwell-error.ts';
import { type Closure, closuresOf, NO_CLOSURES } from './closure.ts';
import { GroupEvent, SiteEvent } from './group-event.ts';
import { emptyGroup, type GroupState, tellGroup } from './group-state.ts';

/** A site with the days on which it is closed, and the version of its stream. */
export type SiteState = { readonly version: number; readonly events: readonly SiteEvent[] } & {
  readonly closures: readonly Closure[];
};

/** The id of a group's stream in the store. */
export function groupStream(group: string): string {
  return `group:${group}`;
}

/** The id of a site's stream in the store. */
export function siteStream(site: string): string {
  return `site:${site}`;
}

/**
 * The stream with a line for each change of what groups take up: people and rooms. Whoever takes up some demands that it is unchanged, so that
 * two processes never give one room away twice.
 */
export const GROUP_CLAIMS = 'places:groups';

/** The most events of others that are looked through for those of groups; beyond that all streams are read again. */
const PAGE = 500;

/**
 * Reads groups and sites from a store. What it holds is a cache; the store decides: before each answer it looks at what was recorded
 * since the one before, so that the cost follows that and not the number of groups.
 */
export class GroupReader {
  readonly #store: EventStore;
  readonly #groups = new Map<string, GroupState>();
  readonly #sites = new Map<string, SiteState>();
  /** The streams that were read up to the position, by their ids. */
  readonly #fresh = new Set<string>();
  /** The ids of all groups at the position, in order; null where they have to be asked for. */
  #ids: readonly string[] | null = null;
  #position: number | null = null;
  #claims = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** A group as the store has it now; of version 0 where there is none. */
  async group(id: string): Promise<GroupState> {
    await this.#catchUp();
    return this.#group(id);
  }

  /** All groups, in the order of their ids. */
  async groups(): Promise<GroupState[]> {
    await this.#catchUp();
    const at = this.#position;
    const ids =
      this.#ids ?? (await this.#store.streams('group:')).map((stream) => stream.slice('group:'.length));
    if (this.#position === at) this.#ids = ids;
    const found: GroupState[] = [];
    for (const id of ids) found.push(await this.#group(id));
    return found;
  }

  /** A site as the store has it now. */
  async site(name: string): Promise<SiteState> {
    await this.#catchUp();
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

  /** Finds the streams to which something was added since the last question. */
  async #catchUp(): Promise<void> {
    if (this.#position !== null) {
      const more = await this.#store.readAll(this.#position, PAGE);
      for (const { episode: stream, version } of more) {
        this.#fresh.delete(stream);
        if (version === 1 && stream.startsWith('group:')) this.#ids = null;
      }
      this.#position = more.at(-1)?.position ?? this.#position;
      if (more.length < PAGE) return;
    }
    this.#position = (await this.#store.outsideHead()).count;
    this.#fresh.clear();
    this.#ids = null;
  }

  async #group(id: string): Promise<GroupState> {
    const stream = groupStream(id);
    const known = this.#groups.get(id) ?? emptyGroup(id);
    if (this.#fresh.has(stream)) return known;
    const at = this.#position;
    const events = await this.#read(stream, known.version, (body) => GroupEvent.parse(body));
    const state = events.reduce(tellGroup, known);
    this.#groups.set(id, state);
    this.#readAt(at, stream);
    return state;
  }

  async #site(name: string): Promise<SiteState> {
    const stream = siteStream(name);
    const known = this.#sites.get(name);
    if (known !== undefined && this.#fresh.has(stream)) return known;
    const at = this.#position;
    const more = await this.#read(stream, known?.version ?? 0, (body) => SiteEvent.parse(body));
    this.#readAt(at, stream);
    if (known !== undefined && more.length === 0) return known;
    const events = [...(known?.events ?? []), ...more];
    const state = { version: events.length, events, closures: closuresOf(events) };
    this.#sites.set(name, state);
    return state;
  }

  /** Where another question went on meanwhile, it may have passed by what was recorded after this stream was read. */
  #readAt(position: number | null, stream: string): void {
    if (this.#position === position) this.#fresh.add(stream);
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
