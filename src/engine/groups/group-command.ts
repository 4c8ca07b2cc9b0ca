import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';
import { Identifier } from '../../curriculum/identifier.ts';
import { AttendanceStatus } from '../../program/episode-event.ts';
import { EpisodeId } from '../command.ts';
import { Group } from './group.ts';
import { GROUP_FACTS } from './group-event.ts';
import { MeetingKey } from './meeting-key.ts';

const name = z.string().min(1).max(200);
const reason = z.string().min(1).max(4000);
const general = {
  on: CalendarDate.optional().describe('the day on which it was decided; today unless given'),
  by: name.optional().describe('who says so'),
  key: name.optional().describe('idempotency key: the same key again gives the first answer'),
  expectedVersion: z.int().min(0).optional().describe('refuse to write where the group has another version'),
};
const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), group: Identifier, ...general, ...shape });

/** One patient's row of a roster. */
export const RosterRow = z.strictObject({
  episode: EpisodeId,
  status: AttendanceStatus,
  minutes: z.int().min(0).max(1440).optional().describe('how long he was there'),
  minutesMissed: z.int().min(1).max(1439).optional().describe('or how long he was not'),
  reason: reason.optional().describe('why he was excused; needed for that'),
  walkIn: z.boolean().optional().describe('needed for one who is neither in the group nor booked'),
  makeUp: z.boolean().optional().describe('the session counts as made up'),
  credit: z
    .literal(false)
    .optional()
    .describe('he was there, and it counts for nothing: noted in his record'),
  guests: z
    .strictObject({
      count: z.int().min(1).max(50),
      names: z.array(name).max(50).optional().describe('only of those who agreed to be named'),
      agreed: z.literal(true).optional().describe('needed with names'),
    })
    .optional()
    .describe('who came with him, as to a family group'),
});
export type RosterRow = z.infer<typeof RosterRow>;

/** A command about a group or about the days of a site. Its fields are those of the event it leads to. */
export const GroupCommand = z.discriminatedUnion('type', [
  command('DefineGroup', { definition: Group }),
  command('ChangeGroup', GROUP_FACTS.GroupChanged),
  command('EndGroup', GROUP_FACTS.GroupEnded),
  command('CancelMeeting', GROUP_FACTS.MeetingCancelled),
  command('RestoreMeeting', GROUP_FACTS.MeetingRestored),
  command('MoveMeeting', GROUP_FACTS.MeetingMoved),
  command('SetTopic', GROUP_FACTS.TopicSet),
  command('JoinGroup', {
    episode: EpisodeId,
    from: CalendarDate.optional().describe('the first day on which he is in it; today unless given'),
    reason: reason.optional().describe('needed where the group is full or closed'),
    wait: z.boolean().optional().describe('wait for a place where the group is full'),
  }),
  command('LeaveGroup', {
    episode: EpisodeId,
    from: CalendarDate.optional().describe(
      'the first day on which he is not in it any more; today unless given',
    ),
    reason: reason.optional(),
  }),
  command('BookMakeUp', { meeting: MeetingKey, episode: EpisodeId }),
  command('CancelBooking', GROUP_FACTS.BookingCancelled),
  command('RecordRoster', {
    meeting: MeetingKey,
    others: z
      .enum(['attended', 'absent'])
      .optional()
      .describe('what everybody on the roster did who has no row; nothing is recorded of them unless given'),
    rows: z.array(RosterRow).max(500).optional(),
    guests: z.int().min(0).max(500).optional().describe('guests who belong to nobody on the roster'),
    topic: z.int().min(1).optional().describe('the topic that was held; that of the calendar unless given'),
    leader: name.optional().describe('who led it; the leader of the group unless given'),
    coLeader: name.optional(),
    partial: z.boolean().optional().describe('record the rows that are allowed, where others are refused'),
    add: z.boolean().optional().describe('add rows to a roster that was recorded before'),
  }),
  command('VoidRoster', { meeting: MeetingKey, reason }),
  z.strictObject({
    type: z.literal('CloseSite'),
    site: name,
    ...general,
    from: CalendarDate,
    to: CalendarDate,
    reason,
  }),
  z.strictObject({
    type: z.literal('ReopenSite'),
    site: name,
    ...general,
    from: CalendarDate,
    to: CalendarDate,
  }),
]);
export type GroupCommand = z.infer<typeof GroupCommand>;
/** The command of one name. */
export type GroupCommandOf<Type extends GroupCommand['type']> = Extract<GroupCommand, { type: Type }>;
