import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { wholeNumber } from './option-values.ts';
import { addWriteCommand } from './write-command.ts';

/** Adds take-home give, misuse, return and credit-time. */
export function addTakeHomeCommands(program: CliCommand): void {
  const takeHome = program
    .command('take-home')
    .summary('Record doses to take home, their return or misuse, and treatment elsewhere')
    .description(
      'Record doses to take home, their return or misuse, and treatment elsewhere. `stepwell status` says how many are allowed, and why.',
    );
  addExample(
    takeHome,
    'stepwell take-home give e-1 6',
    'stepwell take-home misuse e-1 --reason "two doses are missing at the count"',
  );
  addWriteCommand(takeHome, {
    name: 'give',
    type: 'RecordTakeHome',
    summary: 'Record doses that were handed over to be taken at home',
    arguments: [['doses', 'how many, one for each day in a row', { read: wholeNumber }]],
    options: (command) =>
      command
        .option('--first-day <date>', 'the day of the first one (the first day without a dose unless given)')
        .option(
          '--beyond-band',
          'given although it is more than the program allows: needs --role and --reason',
        ),
    same: ['firstDay', 'beyondBand'],
    examples: [
      'stepwell take-home give e-1 6',
      'stepwell take-home give e-1 10 --beyond-band --role medical-director --reason "travels to a funeral"',
    ],
  });
  addWriteCommand(takeHome, {
    name: 'misuse',
    type: 'ReportTakeHomeMisuse',
    summary: 'Record that doses at home were misused',
    examples: ['stepwell take-home misuse e-1 --reason "two doses are missing at the count"'],
  });
  addWriteCommand(takeHome, {
    name: 'return',
    type: 'RecordTakeHomeReturn',
    summary: 'Record doses that were brought back unused',
    arguments: [['doses', 'how many: the last of those that are at home', { read: wholeNumber }]],
    examples: ['stepwell take-home return e-1 3'],
  });
  addWriteCommand(takeHome, {
    name: 'credit-time',
    type: 'CreditTakeHomeTime',
    summary: 'Count days of treatment at another clinic as time in treatment',
    arguments: [['days', 'how many', { read: wholeNumber }]],
    options: (command) => command.option('--from <clinic>', 'where they were (required)'),
    same: ['from'],
    examples: [
      'stepwell take-home credit-time e-1 120 --from "north clinic" --role medical-director --reason "their records are here"',
    ],
  });
}
