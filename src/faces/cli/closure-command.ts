import type { Command as CliCommand } from 'commander';
import { addWriteCommand } from './write-command.ts';

/** Adds closed. */
export function addClosureCommand(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'closed',
    type: 'RecordClosure',
    summary: 'Record days on which the clinic was closed without notice',
    arguments: [['from', 'the first day on which nothing was held']],
    options: (command) => command.option('--to <date>', 'the last day (the same unless given)'),
    same: ['to'],
    examples: ['stepwell closed e-1 2026-01-26 --reason "snow"'],
  });
}
