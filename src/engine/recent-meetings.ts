import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import { expectedMeetings } from '../program/expected-meetings.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan } from '../program/plan.ts';
import { takeMeeting } from '../program/take-meeting.ts';

/** A meeting in short. `outcome` is that of the record, `unrecorded` where there is none; null for one that was to come. */
export type MeetingInShort = {
  readonly on: CalendarDate;
  readonly track: string;
  readonly outcome: string | null;
};

/** How many meetings are kept beside a caseload row, of those that have passed and of those to come, and how far ahead. */
const KEPT = 8;
const KEPT_AHEAD = 16;
const DAYS_AHEAD = 14;

/**
 * The last meetings of a patient, and after them the next ones as he stands, so that the row stays true when days pass in which nobody
 * records anything. Pure.
 */
export function recentMeetings(plan: Plan, fold: Fold, asOf: CalendarDate): MeetingInShort[] {
  const stays = [...fold.earlier.flatMap(({ meetings }) => meetings.slice(-KEPT)), ...fold.meetings];
  const past = stays.slice(-KEPT).map(({ day, trackId: track, outcome }) => ({
    ...{ on: fromDayNumber(day), track, outcome },
  }));
  const { context } = fold.snapshot;
  const coming: MeetingInShort[] = [];
  const from = Math.max(toDayNumber(asOf), fold.settledBefore);
  for (let day = from; day < from + DAYS_AHEAD && coming.length < KEPT_AHEAD; day += 1) {
    const met = day === context.today ? [...context.metToday] : [];
    for (const { track } of expectedMeetings(plan, context, day)) {
      if (takeMeeting(plan, met, track)) continue;
      coming.push({ on: fromDayNumber(day), track: plan.tracks[track]?.id ?? '', outcome: null });
    }
  }
  return [...past, ...coming.slice(0, KEPT_AHEAD)];
}

/**
 * The last meetings of a caseload row as they stand on a day: of those that were to come, the ones before it have passed without a record. Pure.
 *
 * ```ts
 * lastMeetings(row, '2026-03-02', 8) //=> [{ on: '2026-02-27', track: 'relapse-prevention', outcome: 'attended' }, …]
 * ```
 */
export function lastMeetings(
  row: { readonly meetings: readonly MeetingInShort[] },
  today: CalendarDate,
  count = KEPT,
): { readonly on: CalendarDate; readonly track: string; readonly outcome: string }[] {
  return row.meetings
    .flatMap(({ outcome, ...meeting }) => {
      if (outcome === null && meeting.on >= today) return [];
      return [{ ...meeting, outcome: outcome ?? 'unrecorded' }];
    })
    .slice(-count);
}
