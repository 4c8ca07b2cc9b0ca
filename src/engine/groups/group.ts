import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';
import { Identifier } from '../../curriculum/identifier.ts';
import { RecurrenceRule } from '../../curriculum/recurrence.ts';
import { TimeOfDay } from '../../curriculum/time-of-day.ts';
import { TimeZone } from '../../curriculum/time-zone.ts';

const name = z.string().min(1).max(200);

/** A time at which a group meets: on which days by the rules of iCalendar, when on the clocks of its site, and for how long. */
export const GroupTime = z.strictObject({
  rule: RecurrenceRule.describe('for example FREQ=WEEKLY;BYDAY=MO,FR'),
  start: TimeOfDay,
  minutes: z.int().min(1).max(1439),
});
export type GroupTime = z.infer<typeof GroupTime>;

/**
 * What a meeting of a group is for patients of one curriculum: a session of a track. Topics have the same number as sessions
 * unless `sessions` says which topic is which session; a topic that is then left out gives no credit.
 */
export const GroupCredit = z.strictObject({
  curriculum: Identifier,
  track: Identifier,
  sessions: z.record(z.string().regex(/^[1-9]\d{0,2}$/, 'the number of a topic'), z.int().min(1)).optional(),
});
export type GroupCredit = z.infer<typeof GroupCredit>;

/** The fields of a group; those of a command that defines one and of the event it leads to. */
export const GROUP = {
  title: name,
  site: name,
  timeZone: TimeZone,
  place: name.optional().describe('the room; two things at once in one room of a site are refused'),
  from: CalendarDate.describe('the day from which its times count'),
  times: z.array(GroupTime).min(1).max(20),
  topics: z.array(name).min(1).max(999).describe('the titles of its topics, in order, from 1'),
  firstTopic: z.int().min(1).optional().describe('the topic of the first meeting; 1 unless given'),
  topicOrder: z
    .enum(['rolling', 'chosen'])
    .optional()
    .describe('rolling (unless given): the calendar sets the topic for everybody; chosen: the leader does'),
  afterCancellation: z
    .enum(['skip', 'shift'])
    .optional()
    .describe('the topic of a cancelled meeting is skipped (unless given), or held at the next one'),
  credits: z.array(GroupCredit).min(1).max(50),
  admission: z
    .enum(['open', 'closed'])
    .optional()
    .describe('closed: nobody joins after the first meeting; open unless given'),
  minimum: z.int().min(1).optional(),
  capacity: z.int().min(1).optional(),
  patientsPerLeader: z.int().min(1).optional(),
  leader: name,
  coLeader: z
    .strictObject({ name, abstinentSince: CalendarDate.optional() })
    .optional()
    .describe('a co-leader; where he is in recovery, since when abstinent'),
  coLeaderAbstinentWeeks: z
    .int()
    .min(1)
    .optional()
    .describe('weeks of abstinence that the program asks of a co-leader in recovery'),
} as const;

/** A group: what it runs, where, when, for whom, and by whom. */
export const Group = z.strictObject(GROUP).superRefine((group, context) => {
  const wrong = (message: string, path: string) =>
    context.addIssue({ code: 'custom', message, path: [path] });
  if ((group.firstTopic ?? 1) > group.topics.length) wrong('there is no such topic', 'firstTopic');
  if (group.minimum !== undefined && group.capacity !== undefined && group.minimum > group.capacity)
    wrong('the minimum is more than the capacity', 'minimum');
  if (new Set(group.credits.map((credit) => credit.curriculum)).size < group.credits.length)
    wrong('a curriculum stands twice', 'credits');
  const topics = group.credits.flatMap((credit) => Object.keys(credit.sessions ?? {}));
  if (topics.some((topic) => Number(topic) > group.topics.length)) wrong('there is no such topic', 'credits');
});
export type Group = z.infer<typeof Group>;
