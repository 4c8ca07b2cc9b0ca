import type { Command } from '../../engine/command.ts';
import { readLines } from './command-lines.ts';
import type { LineReport } from './line-report.ts';

/** A whole file of commands: the good ones with their lines, and a report of each bad one. */
export type CommandFile = {
  readonly good: readonly { readonly line: number; readonly command: Command }[];
  readonly bad: readonly LineReport[];
};

const CLOCK =
  'AdvanceClock is for all episodes and cannot be part of a transaction or a preview; apply it line by line';

/** Reads a file of commands, one a line, or stdin for `-`. */
export async function readCommands(file: string): Promise<CommandFile> {
  const { parseCommandLine } = await import('./parse-command-line.ts');
  const good: { line: number; command: Command }[] = [];
  const bad: LineReport[] = [];
  for await (const raw of readLines(file)) {
    const parsed = parseCommandLine(raw);
    if (parsed === null) continue;
    if ('command' in parsed) good.push(parsed);
    else if ('report' in parsed) bad.push(parsed.report);
    else
      bad.push({
        line: parsed.line,
        result: 'invalid',
        type: 'AdvanceClock',
        code: 'not-in-transaction',
        message: CLOCK,
      });
  }
  return { good, bad };
}
