import type { Incentive } from '../incentive.ts';
import { type Weeks, weekRanges } from '../weeks.ts';
import type { AdjunctWords } from './rename-criterion.ts';

/** The weeks of the program in which an added curriculum is given, and its own week that is the first of them. */
type IncentiveWeeks = {
  /** The part of its own weeks that is given; null for all. */
  readonly part: Weeks | null;
  /** The weeks of the program in which it is given; null for all. */
  readonly given: Weeks | null;
  /** How many weeks of the program lie before the first of them. */
  readonly before: number;
};

/**
 * The rewards of an added curriculum as they stand in the program: by the program's weeks, for its tracks under the names that they have
 * there. A tier without weeks holds while the curriculum is given; one whose weeks are not given falls away. Pure.
 */
export function adjunctIncentives(
  { added, names }: AdjunctWords,
  { part, given, before }: IncentiveWeeks,
): Incentive[] {
  const own = part === null ? null : new Set(weekRanges(part).flatMap(weeksOf));
  const first = own === null ? 1 : Math.min(...own);
  const moved = (weeks: Weeks): Weeks | null => {
    const kept = weekRanges(weeks)
      .flatMap(weeksOf)
      .filter((week) => own === null || own.has(week));
    return kept.length === 0 ? null : kept.map((week) => week - first + 1 + before).join(', ');
  };
  return (added.incentives ?? []).flatMap((incentive): Incentive[] => {
    const tiers = incentive.tiers.flatMap(({ weeks, ...tier }): Incentive['tiers'] => {
      const when = weeks === undefined ? given : moved(weeks);
      if (weeks !== undefined && when === null) return [];
      return [when === null ? tier : { ...tier, weeks: when }];
    });
    if (tiers.length === 0) return [];
    const ground = incentive.for;
    return [
      {
        ...incentive,
        id: names.incentives.get(incentive.id) ?? incentive.id,
        tiers,
        ...(ground.type === 'attendance'
          ? { for: { ...ground, tracks: ground.tracks.map((id) => names.tracks.get(id) ?? id) } }
          : {}),
      },
    ];
  });
}

function weeksOf({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
