import type { GroupCommandOf, RosterRow } from '../../../engine/groups/group-command.ts';
import type { Roster } from '../../../engine/groups/roster.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Filled } from '../action-command.ts';
import { ATTENDANCE_WORDS } from '../record-words.ts';

const STATUSES: readonly string[] = ATTENDANCE_WORDS.map(([status]) => status);

/**
 * The command that a filled-in roster of a group's meeting means: a row for each line that is open, who walked in, guests, and the
 * topic where another was held. Throws the problem `invalid-request` for lines that are not complete, all of them at once.
 */
export function rosterOfMeeting(roster: Roster, filled: Filled): GroupCommandOf<'RecordRoster'> {
  const errors: { in: string; pointer: string; message: string }[] = [];
  const wrong = (whom: string, message: string) => errors.push({ in: 'body', pointer: `/${whom}`, message });
  const text = (name: string) => String(filled[name] ?? '').trim();
  const whole = (name: string, whom: string, what: string) => {
    if (text(name) === '') return undefined;
    const number = Number(text(name));
    if (Number.isInteger(number) && number >= 0 && number <= 1440) return number;
    wrong(whom, `${what} are a whole number`);
    return undefined;
  };
  const rows = roster.lines.flatMap(({ episode, patient, recorded, lifecycle }): RosterRow[] => {
    const status = text(`status-${episode}`);
    if (recorded !== null || lifecycle !== 'active' || status === '') return [];
    const whom = patient ?? episode;
    const minutes = whole(`minutes-${episode}`, whom, 'minutes');
    const count = whole(`guests-${episode}`, whom, 'guests');
    const reason = text(`reason-${episode}`);
    if (!STATUSES.includes(status)) wrong(whom, 'say how he came');
    if (status === 'left-early' && text(`minutes-${episode}`) === '')
      wrong(whom, 'say how many minutes he was there');
    if (status === 'excused' && reason === '') wrong(whom, 'say why he is excused');
    return [
      {
        episode,
        status: status as RosterRow['status'],
        ...(minutes === undefined || status === 'attended' ? {} : { minutes }),
        ...(reason === '' ? {} : { reason }),
        ...(count === undefined || count === 0 ? {} : { guests: { count } }),
      },
    ];
  });
  const walkIns = [filled['walkIn'] ?? []].flat().filter((id) => rows.every(({ episode }) => episode !== id));
  const guests = whole('guests', 'guests', 'guests');
  const topic = whole('topic', 'topic', 'topics');
  if (errors.length > 0)
    throw new HttpProblem(400, 'invalid-request', 'The roster is not complete.', { errors });
  const held = roster.meeting.status === 'held';
  return {
    type: 'RecordRoster',
    group: roster.meeting.group,
    meeting: roster.meeting.meeting,
    rows: [...rows, ...walkIns.map((episode) => ({ episode, status: 'attended' as const, walkIn: true }))],
    ...(guests === undefined ? {} : { guests }),
    ...(held ? { add: true } : topic === undefined ? {} : { topic }),
  };
}
