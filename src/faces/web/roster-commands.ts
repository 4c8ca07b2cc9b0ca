import { HttpProblem } from '../http/http-problem.ts';
import type { HttpCommand } from '../http/schemas/http-command.ts';
import type { Filled } from './action-command.ts';
import type { DaysGroup } from './days-groups.ts';

const STATUSES = ['attended', 'late', 'left-early', 'excused', 'absent'];

/**
 * The commands that a filled-in roster means: one for each patient who is not recorded yet and whose line says how he came. Throws the
 * problem `invalid-request` for a line that is not complete.
 */
export function rosterCommands(group: DaysGroup, day: string, filled: Filled): HttpCommand[] {
  const errors: { in: string; pointer: string; message: string }[] = [];
  const commands = group.rows.flatMap(({ row, entry, recorded }) => {
    const text = (name: string) => String(filled[`${name}-${row.episode}`] ?? '').trim();
    const status = text('status');
    if (recorded !== null || status === '') return [];
    const minutes = text('minutes') === '' ? undefined : Number(text('minutes'));
    const wrong = (message: string) => errors.push({ in: 'body', pointer: `/${row.patient}`, message });
    if (!STATUSES.includes(status)) wrong('say how he came');
    if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440))
      wrong('minutes are a whole number');
    else if (status === 'left-early' && minutes === undefined) wrong('say how many minutes he was there');
    return [
      {
        type: 'RecordAttendance',
        episode: row.episode,
        on: day,
        track: group.track,
        status,
        ...(entry.session === null ? {} : { session: entry.session }),
        ...(minutes === undefined || status === 'attended' ? {} : { minutes }),
        ...(text('reason') === '' ? {} : { reason: text('reason') }),
      } as HttpCommand,
    ];
  });
  if (errors.length > 0)
    throw new HttpProblem(400, 'invalid-request', 'The roster is not complete.', { errors });
  return commands;
}
