import type { Command as CliCommand } from 'commander';
import type { HistoryEntry } from '../../engine/history.ts';
import type { Movement } from '../../engine/preview.ts';
import { addExample } from './add-example.ts';
import { checkDate, checkInstant } from './check-moment.ts';
import { cleanText } from './clean-text.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { bold, faint, print, printJson } from './screen.ts';
import { addReadOptions } from './store-options.ts';

type DiffOptions = StoreOptions & {
  readonly asOf?: string;
  readonly between: readonly string[];
  readonly json?: boolean;
};

/** Adds diff-knowledge. */
export function addDiffKnowledgeCommand(program: CliCommand): void {
  const command = program
    .command('diff-knowledge <episode>')
    .summary('Say what changed in what was known of a patient')
    .description(
      'Say what changed between two moments in what was known of a patient about one day: what was recorded in between, and what moved by it.',
    )
    .requiredOption('--between <from to...>', 'two days, which mean their ends, or two instants')
    .option('--as-of <date>', 'about this day (today unless given)')
    .action(runDiffKnowledge);
  addReadOptions(command);
  addExample(
    command,
    'stepwell diff-knowledge e-1 --as-of 2026-03-02 --between 2026-03-02 2026-03-05',
    'stepwell diff-knowledge e-1 --between 2026-03-02T12:00:00Z 2026-03-02T18:00:00Z',
  );
}

async function runDiffKnowledge(episode: string, options: DiffOptions): Promise<void> {
  const { from, to } = await readMoments(options.between);
  const asOf = await checkDate(options.asOf, '--as-of');
  const day = asOf === undefined ? {} : { asOf };
  const answer = await withEngine(options, 'read', async (engine) => {
    const movements = await engine.diffKnowledge(episode, { ...day, from, to });
    const known = await engine.history(episode, { ...day, knownAt: to });
    const recorded = known.filter(({ recordedAt }) => recordedAt > from);
    return { episode, asOf: asOf ?? null, from, to, recorded, movements };
  });
  if (options.json) return printJson(answer);
  await printRecorded(answer.recorded, from, to);
  printMovements(answer.movements);
}

async function printRecorded(recorded: readonly HistoryEntry[], from: string, to: string): Promise<void> {
  const { describeEvent } = await import('./describe-event.ts');
  print(bold(`Recorded after ${from} and up to ${to}`));
  for (const { version, on, event } of recorded)
    print(
      `  ${String(version).padStart(4)}  ${on}  ${cleanText(describeEvent(event))}  ${faint(cleanText(event.by))}`,
    );
  if (recorded.length === 0) print('  nothing');
}

function printMovements(movements: readonly Movement[]): void {
  print(bold('What was known otherwise'));
  for (const { sentence } of movements) print(`  ${cleanText(sentence)}`);
  if (movements.length === 0) print('  nothing');
}

async function readMoments(between: readonly string[]): Promise<{ from: string; to: string }> {
  const [from, to] = await Promise.all(between.map((text) => checkInstant(text, '--between')));
  if (between.length !== 2 || from === undefined || to === undefined || from >= to)
    throw new CliFailure(
      EXIT.usage,
      'usage',
      '--between: write two moments, the earlier one first, for example --between 2026-03-02 2026-03-05',
    );
  return { from, to };
}
