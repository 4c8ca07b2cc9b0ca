import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import { creditedSlots } from './credited-slots.ts';
import type { PlacedGroup } from './group-decision.ts';
import type { GroupState } from './group-state.ts';
import type { Slot } from './meetings-of.ts';

/** A meeting that is still to be held, with the group that holds it. */
export type Coming = { readonly state: GroupState; readonly slot: Slot };

type Kept = { readonly groups: readonly PlacedGroup[]; readonly coming: readonly Coming[] };

/** How many lists are kept; those that were asked for least recently are forgotten. */
const MOST = 2_000;

/**
 * The meetings of all groups in which a session is held, in order of time. Many patients ask for the same: a list is kept, and only what
 * groups that changed have in it is found anew.
 */
export class ComingSlots {
  readonly #kept = new Map<string, Kept>();

  /** The meetings on some days, both included, in which a curriculum gives credit for a session. */
  of(
    groups: readonly PlacedGroup[],
    { curriculum, track, session }: { curriculum: string; track: string; session: number },
    span: readonly [CalendarDate, CalendarDate],
  ): readonly Coming[] {
    const key = `${curriculum} ${track} ${session} ${span.join(' ')}`;
    const before = this.#kept.get(key);
    if (before?.groups === groups) return before.coming;
    const find = (placed: PlacedGroup) =>
      creditedSlots(placed, curriculum, track, session, span).map((slot) => ({ state: placed.state, slot }));
    const coming = before === undefined ? groups.flatMap(find).sort(byTime) : goOn(before, groups, find);
    this.#kept.delete(key);
    this.#kept.set(key, { groups, coming });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
    return coming;
  }
}

function goOn(
  before: Kept,
  groups: readonly PlacedGroup[],
  find: (placed: PlacedGroup) => readonly Coming[],
): readonly Coming[] {
  const changed = groups.filter((placed, i) => placed !== before.groups[i]);
  const gone = before.groups.filter((placed, i) => placed !== groups[i]);
  const ids = new Set(gone.map(({ state }) => state.id));
  const others = before.coming.filter(({ state }) => !ids.has(state.id));
  return [...others, ...changed.flatMap(find)].sort(byTime);
}

/** By time, and then by group, so that the order does not tell which of them changed last. */
function byTime({ slot: a, state: one }: Coming, { slot: b, state: other }: Coming): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
