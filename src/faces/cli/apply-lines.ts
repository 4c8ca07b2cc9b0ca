import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { Command } from '../../engine/command.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ErrorCode } from '../../engine/stepwell-error.ts';
import { readLines } from './command-lines.ts';
import { EXIT, EXIT_OF } from './exit-codes.ts';
import { type LineReport, reportOutcome } from './line-report.ts';
import { previewLines } from './preview-lines.ts';
import type { CommandFile } from './read-commands.ts';

type Failure = { readonly code: ErrorCode; readonly message: string };

/** Applies a file line by line, each on its own; gives the report of a line as soon as it is known. */
export async function* applyEachLine(engine: Engine, file: string): AsyncGenerator<LineReport> {
  const { parseCommandLine } = await import('./parse-command-line.ts');
  let stopped = false;
  for await (const raw of readLines(file)) {
    const parsed = parseCommandLine(raw);
    if (parsed === null) continue;
    if (stopped) yield { line: parsed.line, result: 'not-tried' };
    else if ('report' in parsed) yield parsed.report;
    else if ('clock' in parsed) yield await passTime(engine, parsed.line, parsed.clock);
    else {
      const report = await applyOne(engine, parsed.line, parsed.command);
      stopped = report.result === 'failed';
      yield report;
    }
  }
}

/** Applies a whole file in one transaction: every line, or none where one of them is bad or refused. */
export async function applyAtOnce(
  engine: Engine,
  { good, bad }: CommandFile,
  key: string | undefined,
): Promise<LineReport[]> {
  const keyed = good
    .filter(({ command }) => command.key !== undefined)
    .map(({ line, command }) => ownKey(line, command));
  const wrong = [...bad, ...keyed];
  const untried = good
    .filter(({ line }) => !keyed.some((report) => report.line === line))
    .map(({ line, command }) => ({ ...named(line, command), result: 'not-tried' as const }));
  if (wrong.length > 0) return byLine([...wrong, ...untried]);
  try {
    const outcomes = await engine.execute(
      good.map(({ command }) => command),
      key === undefined ? {} : { key },
    );
    return orNone(good.map(({ line, command }, i) => reportOutcome(line, command.type, outcomes[i]!)));
  } catch (error) {
    const { code, message } = failureOf(error);
    const reports =
      code === 'version-conflict' ? orNone(await validateLines(engine, { good, bad })) : untried;
    if (reports.some(({ result }) => result !== 'not-tried')) return reports;
    const result = EXIT_OF[code] === EXIT.store ? 'failed' : 'refused';
    return untried.map((report, i) => (i === 0 ? { ...report, result, code, message } : report));
  }
}

/** Asks what a whole file would do, and writes nothing. Each line sees what those before it would have done. */
export async function validateLines(engine: Engine, { good, bad }: CommandFile): Promise<LineReport[]> {
  const { preview, asked, conflicts } = await previewLines(engine, good);
  const answered = asked.map(({ line, command }, i) =>
    reportOutcome(line, command.type, preview.outcomes[i]!),
  );
  return byLine([...bad, ...conflicts, ...answered]);
}

/** The reports of a transaction: where one line was not accepted, nothing was done with the others. */
function orNone(reports: readonly LineReport[]): LineReport[] {
  if (reports.every(({ result }) => result === 'accepted')) return [...reports];
  return reports.map((report) => {
    if (report.result !== 'accepted') return report;
    const { line, type, episode } = report;
    return { line, result: 'not-tried', ...(type ? { type } : {}), ...(episode ? { episode } : {}) };
  });
}

function ownKey(line: number, command: Command): LineReport {
  const message =
    'the key of a line does not count with --atomic; leave it out and give --key for the whole file';
  return { ...named(line, command), result: 'invalid', code: 'key-in-transaction', message };
}

async function passTime(engine: Engine, line: number, to: CalendarDate): Promise<LineReport> {
  const named = { line, type: 'AdvanceClock' };
  try {
    const { touched } = await engine.advanceClock(to);
    return {
      ...named,
      result: 'accepted',
      message: `${touched} ${touched === 1 ? 'episode' : 'episodes'} touched`,
    };
  } catch (error) {
    const { code, message } = failureOf(error);
    return { ...named, result: EXIT_OF[code] === EXIT.store ? 'failed' : 'refused', code, message };
  }
}

async function applyOne(engine: Engine, line: number, command: Command): Promise<LineReport> {
  try {
    return reportOutcome(line, command.type, await engine.execute(command));
  } catch (error) {
    const { code, message } = failureOf(error);
    const ownFault = EXIT_OF[code] !== EXIT.store;
    return { ...named(line, command), result: ownFault ? 'refused' : 'failed', code, message };
  }
}

function named(line: number, command: Command) {
  return { line, type: command.type, ...(command.episode === undefined ? {} : { episode: command.episode }) };
}

function byLine(reports: readonly LineReport[]): LineReport[] {
  return [...reports].sort((a, b) => a.line - b.line);
}

/** What the engine says of a command or of the store; anything else is no answer to a line and goes on up. */
function failureOf(error: unknown): Failure {
  if (error instanceof Error && error.name === 'StepwellError') return error as Error & Failure;
  throw error;
}
