import type { PlanTrack } from '../../program/plan.ts';

type Session = PlanTrack['sessions'][number];

/** Which session of a new track each session of an old one is, with those that only their number says. */
export type SessionMatches = {
  readonly matched: ReadonlyMap<number, number>;
  readonly byNumber: readonly { readonly old: Session; readonly new: Session }[];
};

/**
 * Finds the sessions of an old track in a new one: the same number with the same title; else the same title; else the same
 * number, where its session is not another one found by its title. What is left has no session. Pure.
 */
export function matchSessions(old: readonly Session[], now: readonly Session[]): SessionMatches {
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  const match = (from: Session, to: Session | undefined): boolean => {
    if (to === undefined) return false;
    matched.set(from.number, to.number);
    taken.add(to.number);
    return true;
  };
  const free = (session: Session) => !taken.has(session.number);
  const moved = old.filter(
    (session) =>
      !match(
        session,
        now.find((s) => s.number === session.number && s.title === session.title),
      ),
  );
  const retitled = moved.filter(
    (session) =>
      !match(
        session,
        now.find((s) => free(s) && s.title === session.title),
      ),
  );
  const byNumber = retitled.flatMap((session) => {
    const same = now.find((s) => free(s) && s.number === session.number);
    return same !== undefined && match(session, same) ? [{ old: session, new: same }] : [];
  });
  return { matched, byNumber };
}
