import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import { creditOf } from './credit-of.ts';
import type { PlacedGroup } from './group-decision.ts';
import { type GroupState, groupOn } from './group-state.ts';
import { type Slot, slotsOf } from './meetings-of.ts';

/** The slots of a group's calendar in which a session of a curriculum is held, by `track session`. */
type CreditedSlots = ReadonlyMap<string, readonly Slot[]>;

type Found = { readonly of: readonly unknown[]; readonly by: CreditedSlots };

/** What was found for each group last, as long as its state is in use: it never changes. */
const found = new WeakMap<GroupState, Map<string, Found>>();

/**
 * The meetings of a group on some days, both included, that are still to be held and in which a curriculum gives credit for a session; in
 * order of time. Pure: what was found is remembered, as many patients ask for the same.
 */
export function creditedSlots(
  { state, closures }: PlacedGroup,
  curriculum: string,
  track: string,
  session: number,
  [from, to]: readonly [CalendarDate, CalendarDate],
): readonly Slot[] {
  const known = found.get(state) ?? new Map<string, Found>();
  found.set(state, known);
  let one = known.get(curriculum);
  if (one?.of[0] !== closures || one.of[1] !== from || one.of[2] !== to) {
    one = { of: [closures, from, to], by: findSlots({ state, closures }, curriculum, from, to) };
    known.set(curriculum, one);
  }
  return one.by.get(`${track} ${session}`) ?? [];
}

function findSlots(
  { state, closures }: PlacedGroup,
  curriculum: string,
  from: CalendarDate,
  to: CalendarDate,
): CreditedSlots {
  const gives = ({ group }: GroupState['definitions'][number]) =>
    group.credits.some((credit) => credit.curriculum === curriculum);
  if (!state.definitions.some(gives)) return new Map();
  const by = new Map<string, Slot[]>();
  for (const slot of slotsOf(state, from, to, closures)) {
    if (slot.topic === null || (slot.status !== 'planned' && slot.status !== 'moved')) continue;
    const credit = creditOf(groupOn(state, slot.planned.key.slice(0, 10)), curriculum, slot.topic);
    if (credit?.kind !== 'session') continue;
    const key = `${credit.track} ${credit.session}`;
    const before = by.get(key);
    if (before === undefined) by.set(key, [slot]);
    else before.push(slot);
  }
  return by;
}
