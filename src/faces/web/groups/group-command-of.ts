import { GroupCommand } from '../../../engine/groups/group-command.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readWith } from '../../http/read-with.ts';
import type { Filled } from '../action-command.ts';

/** What a counselor can do with a group on its page: the command, its fields, and how it is said once it is done. */
export const GROUP_ACTIONS = {
  join: {
    type: 'JoinGroup',
    fields: ['episode', 'from', 'reason', 'wait'],
    done: 'The patient is in the group, or waits for a place.',
  },
  leave: {
    type: 'LeaveGroup',
    fields: ['episode', 'from', 'reason'],
    done: 'The patient is not in the group any more.',
  },
  cancel: { type: 'CancelMeeting', fields: ['meeting', 'reason'], done: 'The meeting is cancelled.' },
  restore: { type: 'RestoreMeeting', fields: ['meeting'], done: 'The meeting is as the calendar has it.' },
  move: {
    type: 'MoveMeeting',
    fields: ['meeting', 'date', 'start', 'place', 'reason'],
    done: 'The meeting is moved.',
  },
  topic: { type: 'SetTopic', fields: ['meeting', 'topic'], done: 'The topic is set.' },
  book: { type: 'BookMakeUp', fields: ['meeting', 'episode'], done: 'The make-up is booked.' },
  unbook: { type: 'CancelBooking', fields: ['meeting', 'episode'], done: 'The booking is cancelled.' },
  void: { type: 'VoidRoster', fields: ['meeting', 'reason'], done: 'The roster is taken back.' },
} as const;

/** The name of something that can be done with a group. */
export type GroupActionId = keyof typeof GROUP_ACTIONS;

/** The command about a group that a filled-in form means. Throws the problem `invalid-request` with all that is wrong. */
export function groupCommandOf(group: string, id: string, filled: Filled): GroupCommand {
  const action = Object.hasOwn(GROUP_ACTIONS, id) ? GROUP_ACTIONS[id as GroupActionId] : null;
  if (action === null) throw new HttpProblem(400, 'invalid-request', 'There is no such thing to do here.');
  const given = action.fields.flatMap((name) => {
    const text = String(filled[name] ?? '').trim();
    const value = name === 'topic' ? Number(text) : name === 'wait' ? true : text;
    return text === '' ? [] : [[name, value]];
  });
  const command = { type: action.type, group, ...Object.fromEntries(given) };
  return readWith(GroupCommand, command as unknown as GroupCommand, 'body');
}
