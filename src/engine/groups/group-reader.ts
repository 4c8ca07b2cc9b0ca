import type { EventStore } from '../event-store.ts';
import { StepwellError } from '../stepwell-error.ts';
import { type Closure, closuresOf } from './closure.ts';
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

/** Reads groups and sites from a store. What it holds is a cache; the store decides. */
export class GroupReader {
  readonly #store: EventStore;
  readonly #groups = new Map<string, GroupState>();
  readonly #sites = new Map<string, SiteState>();
  #claims = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** A group as the store has it now; of version 0 where there is none. */
  async group(id: string): Promise<GroupState> {
    const known = this.#groups.get(id) ?? emptyGroup(id);
    const events = await this.#read(groupStream(id), known.version, (body) => GroupEvent.parse(body));
    const state = events.reduce(tellGroup, known);
    this.#groups.set(id, state);
    return state;
  }

  /** All groups, in the order of their ids. */
  async groups(): Promise<GroupState[]> {
    const found: GroupState[] = [];
    for (const stream of await this.#store.streams('group:'))
      found.push(await this.group(stream.slice('group:'.length)));
    return found;
  }

  /** A site as the store has it now. */
  async site(name: string): Promise<SiteState> {
    const known = this.#sites.get(name);
    const more = await this.#read(siteStream(name), known?.version ?? 0, (body) => SiteEvent.parse(body));
    if (known !== undefined && more.length === 0) return known;
    const events = [...(known?.events ?? []), ...more];
    const state = { version: events.length, events, closures: closuresOf(events) };
    this.#sites.set(name, state);
    return state;
  }

  /** The closures of the site at which a group meets. */
  async closuresFor(state: GroupState): Promise<readonly Closure[]> {
    const site = state.definitions.at(-1)?.group.site;
    return site === undefined ? [] : (await this.site(site)).closures;
  }

  /** The version of the stream of claims. */
  async claims(): Promise<number> {
    this.#claims += (await this.#store.read(GROUP_CLAIMS, this.#claims)).length;
    return this.#claims;
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
