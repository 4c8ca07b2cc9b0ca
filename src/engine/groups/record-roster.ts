import { readState } from '../../program/read-state.ts';
import type { Command } from '../command.ts';
import { type Episode, standAsOf } from '../episode.ts';
import type { Outcome } from '../outcome.ts';
import { sizeWarnings } from './decide-membership.ts';
import type { GroupCommandOf, RosterRow } from './group-command.ts';
import type { GroupStanding, refuseGroup } from './group-decision.ts';
import type { RosterEntry } from './group-event.ts';
import type { GroupOutcome, GroupRefusal, LeftOut, RosterRowOutcome } from './group-outcome.ts';
import { groupStream } from './group-reader.ts';
import { groupOn } from './group-state.ts';
import { findMeeting, type Meeting } from './meetings-of.ts';
import { guestNote, type RosterOf, rosterCommand } from './roster-command.ts';

type Roster = GroupCommandOf<'RecordRoster'>;

/** What recording a roster needs of the engine: episodes, and a way to decide commands for several of them in one transaction. */
export type RosterParts = {
  readonly read: (episode: string) => Promise<Episode | null>;
  readonly decide: (commands: readonly Command[]) => Promise<Outcome[]>;
};

type Result =
  | { readonly refusal: GroupRefusal; readonly rows?: readonly RosterRowOutcome[] }
  | { readonly outcome: Extract<GroupOutcome, { accepted: true }> };

/**
 * Decides on a whole roster: each row becomes a fact of that patient's episode, by his own curriculum, and all of them one event of
 * the group. One row that is refused refuses all, unless the command says `partial`.
 */
export async function recordRoster(
  command: Roster,
  standing: GroupStanding,
  parts: RosterParts,
): Promise<Result> {
  const of = rosterOf(command, standing);
  if ('refusal' in of) return of;
  const { meeting } = of;
  const expected = command.add ? [] : expectedAt(standing, meeting);
  const given = command.rows ?? [];
  const twice = given.find((row, i) => given.findIndex(({ episode }) => episode === row.episode) < i);
  if (twice) return refusal('row-twice', `${twice.episode} has two rows`);
  const again = standing.state.held
    .get(meeting.meeting)
    ?.rows.find((r) => given.some((g) => g.episode === r.episode));
  if (again)
    return refusal('row-twice', `${again.episode} has a row already (event ${again.fact}); amend that one`);
  const leftOut: LeftOut[] = [];
  const rows: RosterRowOutcome[] = [];
  const entries: RosterEntry[] = [];
  const others = expected.filter((episode) => !given.some((row) => row.episode === episode));
  const all = [
    ...given,
    ...others.flatMap((episode) => (command.others ? [{ episode, status: command.others }] : [])),
  ];
  for (const row of all) {
    const done = await recordRow(row, of, standing, parts, given.includes(row));
    if ('leftOut' in done) leftOut.push({ episode: row.episode, reason: done.leftOut });
    else {
      rows.push(done.row);
      if (done.entry) entries.push(done.entry);
    }
  }
  const refused = rows.filter(({ accepted }) => !accepted).length;
  if (refused > 0 && !command.partial)
    return {
      ...refusal('rows-refused', `${refused} of ${rows.length} rows are refused; nothing was recorded`),
      rows,
    };
  const there = entries.filter(({ status }) => status !== 'absent' && status !== 'excused').length;
  const { on, by } = standing;
  const { date, start, minutes } = meeting;
  const coLeader = command.coLeader ?? meeting.coLeader;
  const event = {
    type: 'RosterRecorded' as const,
    on,
    by,
    meeting: meeting.meeting,
    date,
    start,
    minutes,
    topic: of.topic,
    leader: command.leader ?? meeting.leader,
    ...(coLeader === null ? {} : { coLeader }),
    guests: command.guests ?? 0,
    rows: entries,
    ...(command.add ? { added: true } : {}),
  };
  return {
    outcome: {
      accepted: true,
      stream: groupStream(standing.state.id),
      version: standing.state.version + 1,
      events: [event],
      warnings: command.add
        ? []
        : sizeWarnings(standing, date, there).filter(({ code }) => code !== 'last-place'),
      rows,
      leftOut,
      repeated: false,
    },
  };
}

function refusal(...[code, message]: Parameters<typeof refuseGroup>): { refusal: GroupRefusal } {
  return { refusal: { code, message } };
}

function rosterOf(command: Roster, standing: GroupStanding): RosterOf | { refusal: GroupRefusal } {
  const { state, closures, today, by } = standing;
  const meeting = findMeeting(state, command.meeting, closures);
  if (meeting === null)
    return refusal('unknown-meeting', `the calendar of ${state.id} has no meeting ${command.meeting}`);
  if (meeting.date > today)
    return refusal('in-the-future', `${meeting.date} is still to come (today is ${today})`);
  if (meeting.status === 'cancelled')
    return refusal(
      'meeting-cancelled',
      `the meeting is cancelled (${meeting.reason}); restore it if it was held`,
    );
  if (meeting.status === 'held' && !command.add)
    return refusal(
      'meeting-held',
      'its roster is recorded already; correct a row in its episode, or add rows',
    );
  if (meeting.status !== 'held' && command.add)
    return refusal('meeting-not-held', 'there is no roster yet to which rows could be added');
  const group = groupOn(state, meeting.meeting.slice(0, 10));
  const topic = command.add ? meeting.topic : (command.topic ?? meeting.topic);
  if (topic === null) return refusal('topic-needed', 'say which topic was held');
  if (topic > group.topics.length)
    return refusal('unknown-topic', `the group has topics 1 to ${group.topics.length}`);
  return { group, meeting, topic, by };
}

/** Who is expected at a meeting: the members of the group on that day, and those who make something up. */
export function expectedAt({ state }: Pick<GroupStanding, 'state'>, meeting: Meeting): string[] {
  const members = state.members.filter(
    (m) => m.from <= meeting.date && (m.to === null || m.to > meeting.date),
  );
  const booked = state.bookings.filter((booking) => booking.meeting === meeting.meeting);
  return [...new Set([...members, ...booked].map(({ episode }) => episode))];
}

async function recordRow(
  row: RosterRow,
  of: RosterOf,
  standing: GroupStanding,
  parts: RosterParts,
  named: boolean,
): Promise<{ row: RosterRowOutcome; entry?: RosterEntry } | { leftOut: string }> {
  const { episode: id, status, guests } = row;
  const no = (refused: Extract<RosterRowOutcome, { accepted: false }>['refusal']) => ({
    row: { episode: id, accepted: false as const, refusal: refused },
  });
  const episode = await parts.read(id);
  if (episode === null) return no({ code: 'unknown-episode', message: `there is no episode ${id}` });
  const stood = standAsOf(episode, of.meeting.date);
  const { lifecycle } = readState(stood.episode.plan, stood.fold.snapshot.value);
  if (!named && lifecycle !== 'active') return { leftOut: lifecycle };
  const expected = expectedAt(standing, of.meeting).includes(id);
  if (!expected && !row.walkIn)
    return no({
      code: 'not-in-group',
      message: `${id} is not in the group on that day; say that he walked in`,
    });
  const booked = standing.state.bookings.some((b) => b.meeting === of.meeting.meeting && b.episode === id);
  const wanted = rosterCommand(of, row, stood.episode.plan, booked);
  if (wanted === null) return { leftOut: 'no credit' };
  if ('refused' in wanted) return no(wanted.refused);
  const note = guestNote(of, row);
  const [outcome] = await parts.decide(note === null ? [wanted.command] : [wanted.command, note]);
  if (!outcome?.accepted)
    return no(outcome?.refusal ?? { code: 'unknown-episode', message: 'nothing is known of him' });
  const { version: fact, event } = outcome.events[0]!;
  const attended = event.type === 'AttendanceRecorded' ? event : null;
  const track = attended?.track ?? null;
  const session = attended?.session ?? null;
  const came = guests === undefined ? {} : { guests: guests.count };
  return {
    row: { episode: id, accepted: true, fact, track, session, makeUp: attended?.makeUp ?? false },
    entry: { episode: id, fact, status, track, session, ...came },
  };
}
