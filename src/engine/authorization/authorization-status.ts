import { type CalendarDate, daysBetween, toDayNumber } from '../../curriculum/calendar-date.ts';
import type { Fold } from '../../program/fold.ts';
import type { Episode } from '../episode.ts';
import { type Authorization, authorizationsOf } from './authorization.ts';
import { type LevelGap, levelGap } from './level-gap.ts';
import { serviceDays } from './service-days.ts';
import { type Spending, spendAuthorizations, type Uncovered } from './spend-authorizations.ts';

/** Units from what is certain to what is possible; where records are missing the two differ. */
type Range = { readonly atLeast: number; readonly atMost: number };

/** What payers authorized, how much of it attendance used, and what it leaves uncovered. */
export type AuthorizationStatus = {
  readonly authorizations: readonly (Authorization & {
    readonly state: 'ahead' | 'in-force' | 'used-up' | 'expired';
    readonly used: Range;
    readonly left: Range;
    /** Days until it ends, the present one and the last included. */
    readonly daysLeft: number;
    readonly lowOn: CalendarDate | null;
  })[];
  /** Days with attendance beyond every authorization; they are recorded all the same. */
  readonly uncovered: readonly Uncovered[];
  /** The clinical and the authorized level; null before admission. */
  readonly level: LevelGap | null;
};

/** Describes the authorizations of an episode as of a day; null where none was recorded. Pure. */
export function authorizationStatus(
  episode: Episode,
  fold: Fold,
  asOf: CalendarDate,
): AuthorizationStatus | null {
  const authorizations = authorizationsOf(episode.facts, asOf);
  if (authorizations.length === 0) return null;
  const days = serviceDays(episode, fold, toDayNumber(asOf));
  const { spending, uncovered } = spendAuthorizations(authorizations, days);
  return {
    authorizations: spending.map((spent) => shown(spent, asOf)),
    uncovered,
    level: levelGap(authorizations, days),
  };
}

function shown({ authorization, certain, possible, lowOn }: Spending, asOf: CalendarDate) {
  const { units, from, to } = authorization;
  const left = { atLeast: Math.max(0, round(units - possible)), atMost: Math.max(0, round(units - certain)) };
  const inTime = asOf < from ? 'ahead' : asOf > to ? 'expired' : 'in-force';
  return {
    ...authorization,
    state:
      inTime === 'in-force' && left.atMost === 0
        ? ('used-up' as const)
        : (inTime as 'ahead' | 'in-force' | 'expired'),
    used: { atLeast: round(certain), atMost: round(possible) },
    left,
    daysLeft: Math.max(0, daysBetween(asOf < from ? from : asOf, to) + 1),
    lowOn,
  };
}

function round(units: number): number {
  return Math.round(units * 100) / 100;
}
