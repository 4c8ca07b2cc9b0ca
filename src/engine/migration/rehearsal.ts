import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { Landing } from './landing.ts';
import type { MigrationIssue } from './migration-issue.ts';
import type { MigrationRefusal } from './migration-request.ts';

/** A migration over the real caseload as it would come out; nothing was written. */
export type Rehearsal = {
  readonly curriculum: string;
  readonly from: string;
  readonly to: string;
  readonly on: CalendarDate;
  /** What is wrong with the mapping; with an error nobody is moved. */
  readonly issues: readonly MigrationIssue[];
  readonly landings: readonly Landing[];
  readonly refused: readonly { readonly episode: string; readonly refusal: MigrationRefusal }[];
  readonly totals: RehearsalTotals;
};

/** A rehearsal in numbers: episodes, unless it says sessions. */
export type RehearsalTotals = {
  readonly episodes: number;
  readonly moved: number;
  readonly refused: number;
  readonly sessionsGained: number;
  readonly sessionsLost: number;
  readonly overdue: number;
  readonly stuck: number;
  readonly phases: readonly {
    readonly before: string | null;
    readonly after: string | null;
    readonly episodes: number;
  }[];
  /** What has no place in the new version, with the episodes whose record speaks of it. */
  readonly unplaced: readonly { readonly kind: string; readonly id: string; readonly episodes: number }[];
};

/** Adds up a rehearsal. Pure. */
export function totalsOf(landings: Rehearsal['landings'], refused: Rehearsal['refused']): RehearsalTotals {
  const phases = new Map<string, RehearsalTotals['phases'][number]>();
  for (const { phase } of landings) {
    const key = JSON.stringify([phase.before, phase.after]);
    phases.set(key, { ...phase, episodes: (phases.get(key)?.episodes ?? 0) + 1 });
  }
  const unplaced = new Map<string, RehearsalTotals['unplaced'][number]>();
  for (const { refusal } of refused) {
    const own = new Map((refusal.unplaced ?? []).map(({ kind, id }) => [`${kind}/${id}`, { kind, id }]));
    for (const [key, what] of own)
      unplaced.set(key, { ...what, episodes: (unplaced.get(key)?.episodes ?? 0) + 1 });
  }
  const credit = landings.flatMap((landing) => landing.credit.map(({ before, after }) => after - before));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
  return {
    episodes: landings.length + refused.length,
    moved: landings.length,
    refused: refused.length,
    sessionsGained: sum(credit.filter((n) => n > 0)),
    sessionsLost: -sum(credit.filter((n) => n < 0)) + 0,
    overdue: landings.filter(({ overdue }) => overdue.length > 0).length,
    stuck: landings.filter(({ stuck }) => stuck?.newly === true).length,
    phases: [...phases.values()].sort((a, b) => b.episodes - a.episodes),
    unplaced: [...unplaced.values()].sort((a, b) => b.episodes - a.episodes),
  };
}
