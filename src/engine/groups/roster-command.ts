import type { Plan } from '../../program/plan.ts';
import type { Command } from '../command.ts';
import type { RefusalCode } from '../refusal.ts';
import { type Credit, creditOf } from './credit-of.ts';
import type { Group } from './group.ts';
import type { RosterRow } from './group-command.ts';
import type { GroupRefusalCode } from './group-outcome.ts';
import type { Meeting } from './meetings-of.ts';

/** What a row of a roster is for the patient's own episode: a command, or a reason why it cannot be one. */
export type RowCommand =
  | { readonly command: Command; readonly credit: Credit }
  | { readonly refused: { readonly code: RefusalCode | GroupRefusalCode; readonly message: string } };

/** A meeting as a roster is made for it. */
export type RosterOf = { readonly group: Group; readonly meeting: Meeting; readonly topic: number } & {
  readonly by: string;
};

/**
 * The command that a row comes to by the patient's own curriculum: his attendance at the session that the topic is for him, or,
 * where it is none, a note that he was there. Null where there is nothing to say: absent from what gives no credit. Pure.
 */
export function rosterCommand(of: RosterOf, row: RosterRow, plan: Plan, booked: boolean): RowCommand | null {
  const refused = (code: GroupRefusalCode, message: string) => ({ refused: { code, message } });
  const { meeting, topic } = of;
  const { episode, status, reason } = row;
  if (status === 'excused' && reason === undefined) return refused('reason-needed', 'say why he is excused');
  if (row.minutes !== undefined && row.minutesMissed !== undefined)
    return refused('minutes-contradict', 'say how long he was there, or how long he was not');
  const minutes = row.minutesMissed === undefined ? row.minutes : meeting.minutes - row.minutesMissed;
  if (minutes !== undefined && (minutes < 0 || minutes > meeting.minutes))
    return refused('minutes-contradict', `the meeting had ${meeting.minutes} minutes`);
  if (row.guests?.names !== undefined && row.guests.agreed !== true)
    return refused('consent-needed', 'guests are named only where they agreed to it; else give their number');
  if ((row.guests?.names?.length ?? 0) > (row.guests?.count ?? 0))
    return refused('minutes-contradict', 'more guests are named than came');
  const envelope = { episode, on: meeting.date, at: meeting.start, by: of.by };
  const credit: Credit =
    row.credit === false ? { kind: 'none', track: '' } : creditOf(of.group, plan.curriculum.id, topic);
  if (credit.kind === 'unknown')
    return refused(
      'no-credit',
      `${of.group.title} does not say what it counts for in ${plan.curriculum.title}; add that to the group, or give the row no credit`,
    );
  if (credit.kind === 'none') {
    if (status === 'absent' || status === 'excused') return null;
    const how = status === 'attended' ? '' : ` (${status})`;
    const text = `Was at ${of.group.title}, topic ${topic}, ${of.group.topics[topic - 1] ?? ''}${how}, without credit.`;
    return { command: { type: 'AddNote', ...envelope, text }, credit };
  }
  const { track, session } = credit;
  const makeUp = row.makeUp === true || booked;
  return {
    command: {
      type: 'RecordAttendance',
      ...envelope,
      track,
      session,
      status,
      ...(minutes === undefined ? {} : { minutes }),
      ...(makeUp && status !== 'absent' && status !== 'excused' ? { makeUp } : {}),
      ...(reason === undefined ? {} : { reason }),
    },
    credit,
  };
}

/** The note that names guests, in the record of the patient with whom they came, so that it goes when his record is erased. */
export function guestNote(of: RosterOf, row: RosterRow): Command | null {
  const names = row.guests?.names;
  if (names === undefined || names.length === 0) return null;
  const { date: on, start: at } = of.meeting;
  const text = `With him at ${of.group.title}, named with their consent: ${names.join(', ')}.`;
  return { type: 'AddNote', episode: row.episode, on, at, by: of.by, text };
}
