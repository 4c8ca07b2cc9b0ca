import type { GroupState, HeldMeeting } from './group-state.ts';

/**
 * A group without the patients whose episodes were erased: they are no members, wait for nothing, make nothing up and stand on no roster.
 * The same state where it names none of them. Pure.
 */
export function withoutErased(state: GroupState, erased: ReadonlySet<string>): GroupState {
  if (erased.size === 0) return state;
  const there = ({ episode }: { readonly episode: string }) => !erased.has(episode);
  const { members, waiting, bookings, held } = state;
  const rows = [...held.values()].flatMap((meeting) => meeting.rows);
  if ([...members, ...waiting, ...bookings, ...rows].every(there)) return state;
  return {
    ...state,
    members: members.filter(there),
    waiting: waiting.filter(there),
    bookings: bookings.filter(there),
    held: new Map(
      [...held].map(([key, meeting]): [string, HeldMeeting] => [
        key,
        { ...meeting, rows: meeting.rows.filter(there) },
      ]),
    ),
  };
}
