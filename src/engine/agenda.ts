import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import { expectedMeetings } from '../program/expected-meetings.ts';
import type { Fold } from '../program/fold.ts';
import type { Plan } from '../program/plan.ts';
import { takeMeeting } from '../program/take-meeting.ts';

/** A meeting that is coming for a patient. `session` and `title` are null where the topic is still to be chosen. */
export type AgendaEntry = {
  readonly date: CalendarDate;
  readonly start: string;
  readonly minutes: number;
  readonly track: string;
  readonly trackTitle: string;
  readonly session: number | null;
  readonly title: string | null;
  /** True where a record of it was made already. */
  readonly recorded: boolean;
};

/**
 * The meetings of a patient's own calendar on some days from the day of a fold on, if he stays in his phase and attends them:
 * of a fixed order, the second meeting is the second session. Pure.
 */
export function describeAgenda(plan: Plan, fold: Fold, from: CalendarDate, days: number): AgendaEntry[] {
  const context = fold.snapshot.context;
  const first = toDayNumber(from);
  const entries: AgendaEntry[] = [];
  const ahead = [...context.counters];
  for (let day = first; day < first + days; day += 1) {
    const today = day === context.today;
    const met = today ? [...context.metToday] : [];
    const calendar = { ...context, counters: today ? context.morning : [...ahead] };
    for (const meeting of expectedMeetings(plan, calendar, day)) {
      const track = plan.tracks[meeting.track]!;
      const recorded = takeMeeting(plan, met, meeting.track);
      if (!recorded && meeting.session !== null) {
        const { position, current } = track.counters;
        ahead[position] = (ahead[position] as number) + 1;
        ahead[current] = [...new Set([...(ahead[current] as readonly number[]), meeting.session])];
      }
      entries.push({
        date: fromDayNumber(day),
        start: meeting.start,
        minutes: meeting.minutes,
        track: track.id,
        trackTitle: track.title,
        session: meeting.session,
        title: track.sessions.find((s) => s.number === meeting.session)?.title ?? null,
        recorded,
      });
    }
  }
  return entries;
}
