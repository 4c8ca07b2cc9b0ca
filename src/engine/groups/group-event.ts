import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';
import { Identifier } from '../../curriculum/identifier.ts';
import { TimeOfDay } from '../../curriculum/time-of-day.ts';
import { AttendanceStatus } from '../../program/episode-event.ts';
import { EpisodeId } from '../command.ts';
import { Group } from './group.ts';
import { GroupChange } from './group-change.ts';
import { MeetingKey } from './meeting-key.ts';

const name = z.string().min(1).max(200);
const reason = z.string().min(1).max(4000);
const envelope = { on: CalendarDate, by: name };
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...envelope, ...shape });

/** The fields that a command about groups and the event it leads to have in common, by the name of the event. */
export const GROUP_FACTS = {
  GroupChanged: { from: CalendarDate, change: GroupChange },
  GroupEnded: { from: CalendarDate, reason: reason.optional() },
  MeetingCancelled: { meeting: MeetingKey, reason },
  MeetingRestored: { meeting: MeetingKey },
  MeetingMoved: {
    meeting: MeetingKey,
    date: CalendarDate.optional(),
    start: TimeOfDay.optional(),
    minutes: z.int().min(1).max(1439).optional(),
    place: name.optional(),
    reason,
  },
  TopicSet: { meeting: MeetingKey, topic: z.int().min(1) },
  MemberJoined: { episode: EpisodeId, from: CalendarDate, reason: reason.optional() },
  MemberLeft: { episode: EpisodeId, from: CalendarDate, reason: reason.optional() },
  WaitingStarted: { episode: EpisodeId },
  WaitingEnded: { episode: EpisodeId },
  MakeUpBooked: {
    meeting: MeetingKey,
    episode: EpisodeId,
    track: Identifier,
    session: z.int().min(1),
  },
  BookingCancelled: { meeting: MeetingKey, episode: EpisodeId },
} as const;

/** A row of a roster as it was recorded. What holds of it now is in the patient's episode: the event `fact`, and its corrections. */
export const RosterEntry = z.strictObject({
  episode: EpisodeId,
  fact: z.int().min(1),
  status: AttendanceStatus,
  track: Identifier.nullable(),
  session: z.int().min(1).nullable().describe('null where his curriculum gives no credit for the topic'),
  guests: z.int().min(1).optional(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

/** An event of a group's own stream, `group:…`. It names patients by their episodes alone. */
export const GroupEvent = z.discriminatedUnion('type', [
  event('GroupDefined', { group: Group }),
  event('GroupChanged', GROUP_FACTS.GroupChanged),
  event('GroupEnded', GROUP_FACTS.GroupEnded),
  event('MeetingCancelled', GROUP_FACTS.MeetingCancelled),
  event('MeetingRestored', GROUP_FACTS.MeetingRestored),
  event('MeetingMoved', GROUP_FACTS.MeetingMoved),
  event('TopicSet', GROUP_FACTS.TopicSet),
  event('MemberJoined', GROUP_FACTS.MemberJoined),
  event('MemberLeft', GROUP_FACTS.MemberLeft),
  event('WaitingStarted', GROUP_FACTS.WaitingStarted),
  event('WaitingEnded', GROUP_FACTS.WaitingEnded),
  event('MakeUpBooked', GROUP_FACTS.MakeUpBooked),
  event('BookingCancelled', GROUP_FACTS.BookingCancelled),
  event('RosterRecorded', {
    meeting: MeetingKey,
    date: CalendarDate,
    start: TimeOfDay,
    minutes: z.int().min(1),
    topic: z.int().min(1),
    leader: name,
    coLeader: name.optional(),
    guests: z.int().min(0).describe('guests who belong to no patient of the group, counted'),
    rows: z.array(RosterEntry),
    added: z.boolean().optional().describe('true where it adds rows to a roster that was recorded before'),
  }),
  event('RosterVoided', { meeting: MeetingKey, reason }),
]);
export type GroupEvent = z.infer<typeof GroupEvent>;

/** An event of a site's stream, `site:…`: days on which nothing meets there. */
export const SiteEvent = z.discriminatedUnion('type', [
  event('SiteClosed', { from: CalendarDate, to: CalendarDate, reason }),
  event('SiteReopened', { from: CalendarDate, to: CalendarDate }),
]);
export type SiteEvent = z.infer<typeof SiteEvent>;
