import { type CalendarDate, fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Authorization } from './authorization.ts';
import type { ServiceDay } from './service-days.ts';

/** How much of an authorization was used: what is certain, and with meetings whose records are missing. */
export type Spending = {
  readonly authorization: Authorization;
  readonly certain: number;
  readonly possible: number;
  /** The day on which so few units may have been left that work is due; null while there are more. */
  readonly lowOn: CalendarDate | null;
};

/** A day with attendance that no authorization covers. */
export type Uncovered = { readonly on: CalendarDate; readonly why: string };

/**
 * Charges each day to an authorization that is in force on it and has units left: one for the level that the patient was at
 * before others, then the one that ends first. Pure. Nothing is refused: what nothing covers is listed.
 */
export function spendAuthorizations(
  authorizations: readonly Authorization[],
  days: readonly ServiceDay[],
): { readonly spending: readonly Spending[]; readonly uncovered: readonly Uncovered[] } {
  const books = authorizations.map((authorization) => ({
    authorization,
    certain: 0,
    possible: 0,
    lowOn: null as CalendarDate | null,
  }));
  const uncovered: Uncovered[] = [];
  for (const day of days) {
    const on = fromDayNumber(day.day);
    const covering = books
      .filter(({ authorization }) => authorization.from <= on && on <= authorization.to)
      .sort(
        (a, b) =>
          rank(a.authorization, day) - rank(b.authorization, day) || byEnd(a.authorization, b.authorization),
      );
    const chosen = covering.find(({ authorization, certain }) => certain < authorization.units);
    const book = chosen ?? covering.at(-1);
    const [certain, more] = book ? amounts(book.authorization, day) : [day.meetings, 0];
    if (book !== undefined) {
      book.certain += certain;
      book.possible += certain + more;
      const left = book.authorization.units - book.possible;
      if (certain + more > 0 && left <= book.authorization.warnAt) book.lowOn ??= on;
    }
    if (certain === 0) continue;
    if (book === undefined) uncovered.push({ on, why: 'no authorization was in force' });
    else if (book.certain > book.authorization.units)
      uncovered.push({
        on,
        why: `the units of the authorization by ${book.authorization.payer} were used up`,
      });
  }
  return { spending: books, uncovered };
}

function rank({ level }: Authorization, day: ServiceDay): number {
  return level.key === day.level.key ? 0 : 1;
}

function byEnd(a: Authorization, b: Authorization): number {
  return a.to < b.to ? -1 : a.to > b.to ? 1 : a.fact - b.fact;
}

/** What a day uses up for certain, and what missing records may add. */
function amounts({ unit }: Authorization, day: ServiceDay): readonly [number, number] {
  switch (unit) {
    case 'visits':
      return day.meetings > 0 ? [1, 0] : [0, day.meetingsUnrecorded > 0 ? 1 : 0];
    case 'meetings':
      return [day.meetings, day.meetingsUnrecorded];
    case 'hours':
      return [day.minutes / 60, day.minutesUnrecorded / 60];
    case 'days':
      return [day.present ? 1 : 0, 0];
  }
}
