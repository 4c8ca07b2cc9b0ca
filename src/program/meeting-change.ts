import type { ExpectedMeeting } from './expected-meeting.ts';
import type { Plan } from './plan.ts';

/** A meeting of a patient's own calendar that is called off, or held at another time, as the facts say. Days are day numbers. */
export type MeetingChange = {
  readonly track: string;
  readonly day: number;
  /** Which of several meetings of the track on the day; the first unless given. */
  readonly start: string | null;
  /** Where it is held instead; null where it is called off. */
  readonly to: {
    readonly day: number;
    readonly start: string;
    readonly minutes: number | null;
    readonly session: number | null;
  } | null;
};

/**
 * The meetings of a day after the changes: without those that are called off or held elsewhere, with those that were moved here. `ownOn`
 * tells what the calendar has on a day by itself: what it does not have cannot be moved. Pure.
 */
export function applyChanges(
  plan: Plan,
  changes: readonly MeetingChange[],
  day: number,
  ownOn: (day: number) => readonly ExpectedMeeting[],
): ExpectedMeeting[] {
  const meetings = [...ownOn(day)];
  for (const { track, day: from, start, to } of changes) {
    if (from !== day && to?.day !== day) continue;
    const of = (list: readonly ExpectedMeeting[]) => {
      const same = list.filter((m) => plan.tracks[m.track]?.id === track);
      return same.find((m) => m.start === start) ?? same[0];
    };
    const own = of(from === day ? meetings : ownOn(from));
    if (own === undefined) continue;
    if (from === day) meetings.splice(meetings.indexOf(own), 1);
    if (to?.day === day)
      meetings.push({
        ...{ day, track: own.track, start: to.start },
        minutes: to.minutes ?? own.minutes,
        session: to.session ?? own.session,
      });
  }
  return meetings.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.track - b.track));
}
