import type { Group } from './group.ts';

/** What a topic of a group is in a curriculum: a session of a track, or none; `unknown` where the group says nothing of the curriculum. */
export type Credit =
  | { readonly kind: 'session'; readonly track: string; readonly session: number }
  | { readonly kind: 'none'; readonly track: string }
  | { readonly kind: 'unknown' };

/** The credit that a curriculum gives for a topic of a group. Pure. */
export function creditOf(group: Group, curriculum: string, topic: number): Credit {
  const credit = group.credits.find((c) => c.curriculum === curriculum);
  if (credit === undefined) return { kind: 'unknown' };
  const { track, sessions } = credit;
  const session =
    sessions === undefined ? topic : Object.hasOwn(sessions, topic) ? sessions[`${topic}`] : undefined;
  return session === undefined ? { kind: 'none', track } : { kind: 'session', track, session };
}
