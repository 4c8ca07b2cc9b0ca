import { CommanderError } from 'commander';
import { cleanText } from './clean-text.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT, EXIT_OF } from './exit-codes.ts';
import { say } from './screen.ts';

type Failure = {
  readonly exit: number;
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Says on stderr what went wrong, as one line or as JSON, and gives the exit code. */
export function reportFailure(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && isHelp(error)) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const { exit, ...failure } = describeFailure(error);
  if (json) say(JSON.stringify({ error: failure }));
  else say(`stepwell: ${failure.message.split('\n').map(cleanText).join('\n')}`);
  return exit;
}

function isHelp(error: CommanderError): boolean {
  return ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code);
}

function describeFailure(error: unknown): Failure {
  if (error instanceof CommanderError) {
    return { exit: EXIT.usage, code: 'usage', message: error.message.replace(/^error: /, '') };
  }
  if (error instanceof CliFailure) {
    const { exit, code, message, details } = error;
    return { exit, code, message, details };
  }
  if (isStepwellError(error)) {
    const { code, message, details } = error;
    return { exit: EXIT_OF[code], code, message: withFile(message, details), details };
  }
  return systemFailure(error);
}

type StepwellFailure = Error & {
  readonly code: keyof typeof EXIT_OF;
  readonly details: Readonly<Record<string, unknown>>;
};

// Known by its shape, because the engine is not loaded where nothing needs it.
function isStepwellError(error: unknown): error is StepwellFailure {
  return (
    error instanceof Error && error.name === 'StepwellError' && (error as StepwellFailure).code in EXIT_OF
  );
}

function withFile(message: string, details: Readonly<Record<string, unknown>>): string {
  return typeof details['file'] === 'string' ? `${message} (${details['file']})` : message;
}

const SYSTEM: Readonly<Record<string, readonly [exit: number, message: string]>> = {
  ENOENT: [EXIT.notFound, 'there is no such file or folder'],
  ENOTDIR: [EXIT.notFound, 'there is no such file or folder'],
  EACCES: [EXIT.notFound, 'this user may not open it'],
  EISDIR: [EXIT.usage, 'it is a folder, not a file'],
  ENOSPC: [EXIT.store, 'there is no room left on the disk'],
};

function systemFailure(error: unknown): Failure {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : SYSTEM[code];
  if (code !== undefined && known !== undefined) {
    const [exit, text] = known;
    return { exit, code, message: path === undefined ? text : `${path}: ${text}` };
  }
  return {
    exit: EXIT.unexpected,
    code: 'unexpected',
    message: `unexpected failure: ${error instanceof Error ? message : String(error)}${trace(error)}`,
  };
}

/** The stack is for developers: shown where STEPWELL_DEBUG is set. */
function trace(error: unknown): string {
  return process.env['STEPWELL_DEBUG'] && error instanceof Error ? `\n${error.stack}` : '';
}
