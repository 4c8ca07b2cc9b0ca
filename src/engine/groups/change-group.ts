import type { Group } from './group.ts';
import type { GroupChange } from './group-change.ts';

/** A group after a change: what it names is as it says, what is null is gone, all else stays. Pure. */
export function changeGroup(before: Group, change: GroupChange): Group {
  const after = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null);
  return Object.fromEntries(after) as Group;
}
