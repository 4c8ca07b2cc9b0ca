import type { CalendarDate } from '../curriculum/calendar-date.ts';
import { known } from '../curriculum/intake/known.ts';
import { screeningScore } from '../curriculum/intake/screening-score.ts';
import type { KnownBefore } from './known-before.ts';

/** A score with the fact that says it and its day; the day is null where an intake without one says it. */
export type LatestScore = { readonly score: number; readonly fact: number; readonly on: CalendarDate | null };

/**
 * The latest score of an instrument: of an assessment, or of a screening in the intake where that is of a later day. Pure; null
 * where there is none.
 */
export function latestScore({ intake, scores }: KnownBefore, instrument: string): LatestScore | null {
  const assessed = scores.get(instrument) ?? null;
  const screening = known(intake?.value.screenings)?.findLast((one) => one.instrument === instrument);
  const score = screening === undefined ? null : screeningScore(screening);
  if (intake === null || score === null) return assessed;
  const on = screening?.on ?? intake.value.on ?? intake.on ?? null;
  return assessed !== null && (on === null || on <= assessed.on)
    ? assessed
    : { score, fact: intake.fact, on };
}
