/** Something a person has to put right before the command line can go on: a message and the exit code. */
export class CliFailure extends Error {
  readonly exit: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(exit: number, code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'CliFailure';
    this.exit = exit;
    this.code = code;
    this.details = details;
  }
}
