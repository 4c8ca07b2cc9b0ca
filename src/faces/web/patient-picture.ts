import { addDays, type CalendarDate, toDayNumber } from '../../curriculum/calendar-date.ts';
import type { AgendaEntry } from '../../engine/agenda.ts';
import type { EpisodeExport } from '../../engine/export-episode.ts';
import { standingFacts } from '../../program/standing-facts.ts';
import { type MeetingMark, markOf } from './marks.ts';

/** One meeting in the picture of a program. */
export type PictureMeeting = {
  readonly on: CalendarDate;
  readonly track: string;
  readonly session: number | null;
  readonly title: string | null;
  readonly mark: MeetingMark;
};

/** A stretch of weeks: a phase, or a leave. `to` is the last day. */
export type PictureBand = { readonly from: CalendarDate; readonly to: CalendarDate; readonly title: string };

/** Everything that the picture of one program shows, as data. Weeks are calendar weeks from Monday on. */
export type PatientPicture = {
  readonly weeks: readonly CalendarDate[];
  readonly today: CalendarDate;
  readonly tracks: readonly {
    readonly id: string;
    readonly title: string;
    /** Sessions that are done, and how many the program asks for; 0 where it asks for none. */
    readonly done: readonly number[];
    readonly required: number;
    readonly owed: readonly number[];
  }[];
  readonly meetings: readonly PictureMeeting[];
  readonly tests: readonly { readonly on: CalendarDate; readonly result: string }[];
  readonly phases: readonly PictureBand[];
  readonly leaves: readonly PictureBand[];
};

/** Puts the picture of a program together from what was recorded and from what is to come. Pure. */
export function patientPicture(
  { status, history, meetings, byTime }: EpisodeExport,
  agenda: readonly AgendaEntry[],
): PatientPicture {
  const today = status.asOf;
  const records = [...history].sort((a, b) => a.version - b.version);
  const facts = new Map(standingFacts(records).map(({ version, fact }) => [version, fact]));
  const past = meetings.map(({ on, track, session, title, outcome, fact }): PictureMeeting => {
    const event = fact === null ? undefined : facts.get(fact);
    const madeUp = event?.type === 'AttendanceRecorded' && event.makeUp === true && outcome === 'attended';
    return { on, track, session, title, mark: madeUp ? 'make-up' : markOf(outcome) };
  });
  const ahead = agenda
    .filter(({ recorded }) => !recorded)
    .map(
      ({ date, track, session, title }): PictureMeeting => ({
        on: date,
        track,
        session,
        title,
        mark: 'to-come',
      }),
    );
  const all = [...past, ...ahead];
  const changes = [...history.flatMap((entry) => entry.changes), ...byTime].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  );
  const last = status.ended?.on ?? today;
  const first = status.admittedOn ?? all[0]?.on ?? today;
  const end = all.reduce((latest, { on }) => (on > latest ? on : latest), last);
  return {
    weeks: mondays(first, end),
    today,
    tracks: status.tracks.filter(({ id, required }) => required > 0 || all.some(({ track }) => track === id)),
    meetings: all,
    tests: [...facts.values()].flatMap((fact) =>
      fact.type === 'DrugTestRecorded' ? [{ on: fact.on, result: fact.result }] : [],
    ),
    phases: bands(
      changes
        .filter(({ kind }) => kind === 'phase')
        .map(({ on, text }) => ({ on, title: text.split('. ')[0] ?? text })),
      last,
    ),
    leaves: leavesIn(changes, last),
  };
}

function mondays(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const weeks: CalendarDate[] = [];
  for (let day = addDays(from, -((toDayNumber(from) + 3) % 7)); day <= to; day = addDays(day, 7))
    weeks.push(day);
  return weeks;
}

function bands(starts: readonly { on: CalendarDate; title: string }[], last: CalendarDate): PictureBand[] {
  return starts.map(({ on, title }, index) => {
    const next = starts[index + 1]?.on;
    return { from: on, to: next === undefined ? last : addDays(next, -1), title };
  });
}

function leavesIn(
  changes: readonly { on: string; kind: string; to: string | null }[],
  last: CalendarDate,
): PictureBand[] {
  const moves = changes.filter(({ kind }) => kind === 'lifecycle');
  return moves.flatMap(({ on, to }, index) => {
    if (to !== 'on-leave') return [];
    return [{ from: on, to: moves[index + 1]?.on ?? last, title: 'Leave' }];
  });
}
