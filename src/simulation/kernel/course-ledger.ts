import type { Course } from '../../program/course.ts';
import { isCarried } from '../../program/enter-stage.ts';

/** What a patient takes from stage to stage of a course: sessions by number, and counters by name. */
export type CourseLedger = {
  /** Number of sessions over all curricula of the course. */
  readonly cells: number;
  /** The number of the first session of a track; those of one track follow each other. Undefined where there is no such track. */
  readonly firstOf: (curriculum: string, track: string) => number | undefined;
  /** Names of the counters that go on, in the order of their places. */
  readonly carried: readonly string[];
  /** Ids of the kinds of reward, which go on, in the order of their places. */
  readonly rewards: readonly string[];
};

/** Numbers the sessions of all curricula of a course, a curriculum that runs in several stages once, and its counters that go on. */
export function courseLedger(course: Course): CourseLedger {
  const first = new Map<string, { at: number; sessions: number }>();
  const carried = new Set<string>();
  const rewards = new Set<string>();
  let cells = 0;
  for (const { plan } of course.stages) {
    for (const { id, sessions } of plan.tracks) {
      const key = `${plan.curriculum.id}/${id}`;
      const known = first.get(key);
      if (known !== undefined && known.sessions >= sessions.length) continue;
      first.set(key, { at: cells, sessions: sessions.length });
      cells += sessions.length;
    }
    for (const { name } of plan.counters) if (isCarried(name)) carried.add(name);
    for (const { id } of plan.incentives ?? []) rewards.add(id);
  }
  return {
    cells,
    firstOf: (curriculum, track) => first.get(`${curriculum}/${track}`)?.at,
    carried: [...carried],
    rewards: [...rewards],
  };
}

/** A way by which a session counts at a stage: the session attended or credited, the one it counts for, and for how long; -1 for ever. */
export type LedgerRule = { readonly from: number; readonly to: number; readonly days: number };

/** All ways by which sessions count at a stage: those of the same curriculum, and those that the pathway counts for others. */
export function ledgerRules(course: Course, ledger: CourseLedger, stage: number): LedgerRule[] {
  const { plan } = course.stages[stage]!;
  const own = plan.tracks.flatMap(({ id, sessions }) => {
    const first = ledger.firstOf(plan.curriculum.id, id)!;
    return sessions.map((_, s) => ({ from: first + s, to: first + s, days: -1 }));
  });
  const others = (plan.stage?.equivalences ?? []).flatMap(
    ({ curriculum, from, to, sessions, expiresAfterDays }) => {
      const source = ledger.firstOf(curriculum, from);
      const target = ledger.firstOf(plan.curriculum.id, to);
      const held = plan.tracks.find(({ id }) => id === to)?.sessions.length ?? 0;
      if (source === undefined || target === undefined) return [];
      return sessions.flatMap(([one, counts]) =>
        counts > held
          ? []
          : [{ from: source + one - 1, to: target + counts - 1, days: expiresAfterDays ?? -1 }],
      );
    },
  );
  return [...own, ...others];
}
