import { buildProgram } from './build-program.ts';
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
    process.exitCode = reportFailure(error, args.includes('--json'));
  }
}
