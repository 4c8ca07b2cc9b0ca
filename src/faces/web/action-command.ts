import type { HistoryEntry } from '../../engine/history.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { readWith } from '../http/read-with.ts';
import { HttpCommand } from '../http/schemas/http-command.ts';
import type { Action } from './actions/action.ts';
import { correctionFields } from './correction-fields.ts';

/** What was filled in, by the name of the field. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** The command that a filled-in form means. Throws the problem `invalid-request` with all that is wrong. */
export function actionCommand(
  action: Action,
  episode: string,
  filled: Filled,
  entry: HistoryEntry | undefined,
): HttpCommand {
  const text = (name: string) => {
    const value = filled[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  if (action.reason === 'needed' && text('reason') === undefined)
    throw new HttpProblem(400, 'invalid-request', 'Say why.', {
      errors: [{ in: 'body', pointer: '/reason', message: 'say why; it stays on the record' }],
    });
  const common = {
    type: action.command,
    episode,
    reason: text('reason'),
    on: text('on'),
    role: text('role'),
  };
  const fields = action.fields.map(({ name, type, read }) => {
    const given = text(name);
    return [name, read !== undefined && given !== undefined ? read(given) : fieldValue(type, given)];
  });
  const command = { ...common, ...Object.fromEntries(fields), ...correction(action, filled, entry) };
  return readWith(HttpCommand, withoutGaps(command), 'body');
}

function correction(action: Action, filled: Filled, entry: HistoryEntry | undefined): object {
  if (action.command !== 'Amend' && action.command !== 'Void') return {};
  const fact = Number(filled['fact']);
  if (action.command === 'Void' || entry === undefined) return { fact, on: undefined };
  const changes = correctionFields(entry).flatMap(({ name, type, present }) => {
    const given = filled[`new-${name}`];
    const value = type === 'number' && given !== undefined ? Number(given) : given;
    return value === undefined || value === present || String(present) === String(value)
      ? []
      : [[name, value]];
  });
  return { fact, on: undefined, change: Object.fromEntries(changes) };
}

function fieldValue(type: string, text: string | undefined): unknown {
  if (type === 'check') return text === undefined ? undefined : true;
  if (type === 'number') return text === undefined ? undefined : Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

function withoutGaps(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
