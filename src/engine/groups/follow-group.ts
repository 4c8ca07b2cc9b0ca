import { addDays, type CalendarDate } from '../../curriculum/calendar-date.ts';
import { cycleStart } from '../../program/cycle-start.ts';
import type { Command } from '../command.ts';
import { type Episode, standAsOf } from '../episode.ts';
import { creditOf } from './credit-of.ts';
import { type GroupState, groupOn } from './group-state.ts';
import { type Meeting, meetingsOf } from './meetings-of.ts';

/** How far behind and ahead the meetings of a group are compared. */
const BEHIND = 35;
const AHEAD = 400;

/** What following a group needs: the present, who says so, and the episodes of those who are in it. */
export type FollowParts = {
  readonly today: CalendarDate;
  readonly by: string;
  readonly read: (episode: string) => Promise<Episode | null>;
};

/**
 * The commands by which the own calendars of patients follow what changed in a group: meetings that are cancelled, moved or held after
 * all, and for one who joins the cycle of topics and what is cancelled or moved already. Each goes to the patient's own record, so
 * that it is told from that alone.
 */
export async function followGroup(
  before: GroupState,
  after: GroupState,
  parts: FollowParts,
): Promise<Command[]> {
  const [from, to] = [addDays(parts.today, -BEHIND), addDays(parts.today, AHEAD)];
  const was = new Map(
    before.version === 0 ? [] : meetingsOf(before, from, to).map((m) => [m.meeting, m] as const),
  );
  const known = new Set(before.members.map((m) => `${m.episode} ${m.from}`));
  const commands: Command[] = [];
  const meetings = meetingsOf(after, from, to).filter(({ status }) => status !== 'held');
  for (const member of after.members) {
    const joins = !known.has(`${member.episode} ${member.from}`);
    const own = meetings.filter(
      ({ meeting }) =>
        meeting.slice(0, 10) >= member.from && (member.to === null || meeting.slice(0, 10) < member.to),
    );
    const changed = own.filter((meeting) =>
      joins
        ? meeting.status !== 'planned'
        : placeOf(meeting) !== placeOf(was.get(meeting.meeting) ?? meeting),
    );
    if (changed.length === 0 && !joins) continue;
    const episode = await parts.read(member.episode);
    if (episode === null) continue;
    const mine = new Following(episode, after, parts);
    if (joins) commands.push(...mine.cycle(own, member.from));
    commands.push(...changed.flatMap((meeting) => mine.change(meeting)));
  }
  return commands;
}

function placeOf({ status, date, start, minutes }: Meeting): string {
  return status === 'cancelled' ? status : `${date} ${start} ${minutes}`;
}

/** What a group is for one of its patients. */
class Following {
  readonly #episode: Episode;
  readonly #group: GroupState;
  readonly #parts: FollowParts;

  constructor(episode: Episode, group: GroupState, parts: FollowParts) {
    this.#episode = episode;
    this.#group = group;
    this.#parts = parts;
  }

  /** The first day of the cycle that the group is in, where its first topic is the first session of a rolling track. */
  cycle(meetings: readonly Meeting[], from: CalendarDate): Command[] {
    const { plan } = standAsOf(this.#episode, this.#parts.today).episode;
    const first = meetings.find(({ topic, status }) => topic !== null && status === 'planned');
    if (first === undefined) return [];
    const credit = creditOf(groupOn(this.#group, from), plan.curriculum.id, first.topic ?? 0);
    if (credit.kind !== 'session') return [];
    const track = plan.tracks.find(({ id }) => id === credit.track);
    if (track?.order !== 'rolling' || track.slots.length === 0) return [];
    const begins = cycleStart(track, credit.session, first.date);
    if (begins === null) return [];
    const envelope = { episode: this.#episode.id, on: this.#parts.today, by: this.#parts.by };
    const known = this.#voids(
      'joins another group',
      (fact) => fact.type === 'CycleFollowed' && fact.track === track.id && fact.on === envelope.on,
    );
    return [...known, { type: 'FollowCycle', ...envelope, track: track.id, cycleStart: begins }];
  }

  /** What was said of the same before is taken back: the facts of one day have no order among themselves. */
  #voids(reason: string, same: (fact: Episode['facts'][number]['fact']) => boolean): Command[] {
    const { id: episode, facts } = this.#episode;
    const { by, today: on } = this.#parts;
    return facts
      .filter(({ fact }) => same(fact))
      .map(({ version }) => ({ type: 'Void', ...{ episode, fact: version, on, by, reason } }));
  }

  change(meeting: Meeting): Command[] {
    const date = meeting.meeting.slice(0, 10);
    const { plan } = standAsOf(this.#episode, this.#parts.today).episode;
    const credit = creditOf(groupOn(this.#group, date), plan.curriculum.id, meeting.topic ?? 0);
    if (credit.kind === 'unknown') return [];
    const moved = meeting.status === 'moved';
    const days = [this.#parts.today, date, ...(moved ? [meeting.date] : [])].sort();
    const { start, minutes } = meeting;
    const session = credit.kind === 'session' && meeting.topic !== null ? { session: credit.session } : {};
    const known = this.#voids(
      'the calendar of the group changed',
      (fact) =>
        fact.type === 'MeetingChanged' &&
        fact.track === credit.track &&
        fact.date === date &&
        fact.start === meeting.meeting.slice(11),
    );
    if (meeting.status === 'planned') return known;
    return [
      ...known,
      {
        type: 'ChangeMeeting',
        ...{ episode: this.#episode.id, on: days[0]!, by: this.#parts.by },
        ...{ track: credit.track, date, start: meeting.meeting.slice(11) },
        ...(moved ? { to: { date: meeting.date, start, minutes, ...session } } : {}),
        ...(meeting.reason === null ? {} : { reason: meeting.reason }),
      },
    ];
  }
}
