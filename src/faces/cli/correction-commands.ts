import type { Command as CliCommand } from 'commander';
import { fieldValue, wholeNumber } from './option-values.ts';
import { addWriteCommand } from './write-command.ts';

/** Adds amend and void. */
export function addCorrectionCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'amend',
    type: 'Amend',
    summary: 'Correct what an earlier event says; the old text stays on the record',
    arguments: [['fact', 'the number of the event, as history shows it', { read: wholeNumber }]],
    options: (command) =>
      command.requiredOption(
        '--set <field=value>',
        'a field and its right value; null takes it away',
        fieldValue,
      ),
    fields: ({ set }) => ({ change: set as Record<string, never> }),
    examples: [
      'stepwell amend e-1 12 --set status=excused --reason "was at court" --preview',
      'stepwell amend e-1 12 --set on=2026-03-03 --set session=8 --reason "entered on the wrong day"',
    ],
  });
  addWriteCommand(program, {
    name: 'void',
    type: 'Void',
    summary: 'Say that an earlier event never happened; it stays on the record',
    arguments: [['fact', 'the number of the event, as history shows it', { read: wholeNumber }]],
    examples: ['stepwell void e-1 12 --reason "wrong patient"'],
  });
}
