import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import { AdvanceClock, Command } from '../../engine/command.ts';
import type { RawLine } from './command-lines.ts';
import { describeIssues, type SchemaIssue } from './describe-issues.ts';
import type { LineReport } from './line-report.ts';

/** A line of a file of commands: a command, a day to which the clock is let pass, a report of what is wrong with it, or nothing on it. */
export type ParsedLine =
  | { readonly line: number; readonly command: Command }
  | { readonly line: number; readonly clock: CalendarDate }
  | { readonly line: number; readonly report: LineReport }
  | null;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads one command from a line of JSON. Never throws; an empty line gives null. */
export function parseCommandLine({ line, bytes }: RawLine): ParsedLine {
  const text = decode(bytes);
  if (text === null) return wrong(line, 'not-utf-8', 'the line is no UTF-8 text; save the file as UTF-8');
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { column, why } = whereAndWhy((error as Error).message, text);
    return wrong(line, 'malformed-json', why, column);
  }
  const { type: kind } = Object(value) as Record<string, unknown>;
  const time = kind === 'AdvanceClock' ? AdvanceClock.safeParse(value) : null;
  if (time?.success) return { line, clock: time.data.to };
  const parsed = time ?? Command.safeParse(value);
  if (parsed.success) return { line, command: parsed.data as Command };
  const problems = describeIssues(value, parsed.error.issues as readonly SchemaIssue[]);
  const { type, episode } = Object(value) as Record<string, unknown>;
  const named = {
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof episode === 'string' ? { episode } : {}),
  };
  return {
    line,
    report: { line, result: 'invalid', ...named, code: 'invalid-command', message: problems.join('; ') },
  };
}

function decode(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function wrong(line: number, code: string, message: string, column?: number): ParsedLine {
  return {
    line,
    report: { line, result: 'invalid', ...(column === undefined ? {} : { column }), code, message },
  };
}

/** The parser names a position, except for a line that ends too early. */
function whereAndWhy(message: string, text: string): { readonly column: number; readonly why: string } {
  const position = /at position (\d+)/.exec(message)?.[1];
  const column = position === undefined ? text.trimEnd().length + 1 : Number(position) + 1;
  const why = message
    .replace(/ in JSON at position.*$/s, '')
    .replace(/, (\.\.\.)?".*" is not valid JSON$/s, '');
  return { column, why: `no JSON: ${why}; write one command per line` };
}
