import { type Command, CommanderError } from 'commander';
import { buildProgram } from './build-program.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { reportFailure } from './report-failure.ts';

/** Runs the command line on its arguments and leaves the exit code in `process.exitCode`. It never throws. */
export async function runCli(args: readonly string[]): Promise<void> {
  // Whoever reads the answer may have seen enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  const program = buildProgram();
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = reportFailure(withVerbs(error, program, args), args.includes('--json'));
  }
}

/** A command that has verbs of its own, and was given none of them, says which there are. */
function withVerbs(error: unknown, program: Command, [name, word]: readonly string[]): unknown {
  if (!(error instanceof CommanderError) || error.code !== 'commander.unknownCommand') return error;
  const verbs = program.commands.find((command) => command.name() === name)?.commands ?? [];
  if (verbs.length === 0 || error.message.includes('Did you mean')) return error;
  const lines = verbs.map((verb) => `stepwell ${name} ${verb.name()}${word === undefined ? '' : ` ${word}`}`);
  return new CliFailure(EXIT.usage, 'usage', `say what to do: ${lines.join(' or ')}`);
}
