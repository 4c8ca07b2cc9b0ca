import type { Command as CliCommand } from 'commander';
import type { Command, CommandOf, CommandType } from '../../engine/command.ts';
import type { Publication } from '../../engine/publication.ts';
import { addExample } from './add-example.ts';
import { CliFailure } from './cli-failure.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import type { SchemaIssue } from './describe-issues.ts';
import { EXIT, exitOfRefusal } from './exit-codes.ts';
import { oneOf } from './one-of.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { wholeNumber } from './option-values.ts';
import { addWriteOptions } from './store-options.ts';

/** What a command line writes in place of a command's fields; what is left out is not sent. */
export type Given = Readonly<Record<string, unknown>>;

/** One verb of the command line that leads to one command of the engine. */
export type WriteVerb<Type extends CommandType> = {
  readonly name: string;
  readonly type: Type;
  readonly summary: string;
  /** Arguments behind the episode, named as the command's fields. */
  readonly arguments?: readonly (readonly [name: string, description: string, more?: ArgumentMore])[];
  readonly options?: (command: CliCommand) => CliCommand;
  readonly examples: readonly string[];
  /** What else goes into the command, from the options. */
  readonly fields?: (options: Given) => Partial<CommandOf<Type>>;
  /** Names of options that are fields of the command already. */
  readonly same?: readonly (keyof CommandOf<Type> & string)[];
  /** True: it may begin a record where there is none. */
  readonly creates?: boolean;
  /** True: the episode may be left out. */
  readonly makesEpisode?: boolean;
  /** Curricula that the command brings with it, and what it then says instead. */
  readonly bring?: (
    command: Command,
    folders: readonly string[],
    options: Given,
  ) => Promise<{ command: Command; curricula: readonly Publication[] }>;
};

type ArgumentMore = {
  readonly choices?: readonly string[];
  readonly read?: (text: string) => unknown;
  readonly initial?: string;
  /** True: it may be left out. */
  readonly optional?: boolean;
};

const ENVELOPE = ['on', 'at', 'by', 'role', 'reason', 'forStage', 'key', 'expectedVersion'];

/** Adds a writing verb: its arguments, the options that all writing verbs share, its help, and what it does. */
export function addWriteCommand<Type extends CommandType>(parent: CliCommand, verb: WriteVerb<Type>): void {
  const command = parent.command(verb.name).summary(verb.summary).description(`${verb.summary}.`);
  command.argument(verb.makesEpisode ? '[episode]' : '<episode>', 'the name of the episode');
  for (const [name, description, more] of verb.arguments ?? []) {
    const argument = command.createArgument(
      more?.initial || more?.optional ? `[${name}]` : `<${name}>`,
      description,
    );
    if (more?.choices) argument.choices(more.choices).argParser(oneOf(more.choices));
    if (more?.read) argument.argParser(more.read);
    if (more?.initial) argument.default(more.initial);
    command.addArgument(argument);
  }
  verb.options?.(command);
  addWriteOptions(command)
    .option('--on <date>', 'the day it is about (today unless given)')
    .option('--at <time>', 'the time of day, HH:MM')
    .option('--reason <text>', 'why')
    .option('--for-stage <stage>', 'on the day of a move between levels of care: the stage it belongs to')
    .option('--key <key>', 'idempotency key: the same key again writes nothing')
    .option('--expected-version <n>', 'write only where the episode has this version', wholeNumber)
    .option('--preview', 'show what would change and write nothing');
  addExample(command, ...verb.examples);
  command.action(async () => runVerb(command, verb));
}

async function runVerb<Type extends CommandType>(command: CliCommand, verb: WriteVerb<Type>): Promise<void> {
  const options = command.opts<Given & StoreOptions & { json?: boolean; preview?: boolean }>();
  const names = ['episode', ...(verb.arguments ?? []).map(([name]) => name)];
  const given = {
    type: verb.type,
    ...pick(options, [...ENVELOPE, ...(verb.same ?? [])]),
    ...Object.fromEntries(names.map((name, i) => [name, command.processedArgs[i]])),
    ...verb.fields?.(options),
  };
  const asked = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Command;
  const { command: sent, curricula } = verb.bring
    ? await verb.bring(asked, curriculumFolders(options), options)
    : { command: asked, curricula: [] };
  const use = options.preview ? (verb.creates ? 'try' : 'read') : verb.creates ? 'create' : 'write';
  try {
    const exit = await withEngine(
      options,
      use,
      async (engine) => {
        const json = options.json === true;
        if (options.preview) {
          const { printPreview } = await import('./print-preview.ts');
          return printPreview([sent], await engine.preview(sent), json) ? EXIT.ok : EXIT.refused;
        }
        const { printOutcome } = await import('./print-outcome.ts');
        const corrects = !json && (sent.type === 'Amend' || sent.type === 'Void');
        const moved = corrects ? (await engine.preview(sent)).episodes : [];
        const outcome = await engine.execute(sent);
        // Of a correction a person wants to see what moved by it, rather than each change in the journal.
        if (corrects && outcome.accepted) {
          printOutcome(sent, { ...outcome, changes: [] }, json);
          (await import('./print-preview.ts')).printMovements('What moved in', moved);
          return EXIT.ok;
        }
        printOutcome(sent, outcome, json);
        return outcome.accepted ? EXIT.ok : exitOfRefusal(outcome.refusal.code);
      },
      curricula,
    );
    if (exit !== EXIT.ok) process.exitCode = exit;
  } catch (error) {
    throw await inWordsOfTheLine(error, sent, names);
  }
}

function pick(options: Given, names: readonly string[]): Given {
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

/** Names the argument or option instead of the field of the API where a command is none. */
async function inWordsOfTheLine(error: unknown, sent: Command, names: readonly string[]): Promise<unknown> {
  const { code, details } = error as { code?: unknown; details?: { issues?: unknown } };
  if (code !== 'invalid-command' || !Array.isArray(details?.issues)) return error;
  const { describeIssues } = await import('./describe-issues.ts');
  const problems = describeIssues(sent, details.issues as readonly SchemaIssue[], (field) =>
    names.includes(field) ? `<${field}>` : `--${kebab(field)}`,
  );
  return new CliFailure(EXIT.usage, 'invalid-command', problems.join('\n  '), { issues: details.issues });
}

function kebab(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
