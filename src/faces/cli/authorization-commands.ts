import type { Command as CliCommand } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { LevelOfCare } from '../../curriculum/level-of-care.ts';
import { decimalNumber, wholeNumber } from './option-values.ts';
import { addWriteCommand } from './write-command.ts';

const UNITS = ['visits', 'meetings', 'hours', 'days'];
const OUTCOMES = ['continue', 'transfer', 'discharge'];

/** Adds authorize and review-stay. */
export function addAuthorizationCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'authorize',
    type: 'RecordAuthorization',
    summary: 'Record what a payer authorizes',
    arguments: [
      ['payer', 'who pays'],
      ['units', 'how many', { read: decimalNumber }],
      ['unit', 'what is counted', { choices: UNITS }],
    ],
    options: (command) =>
      command
        .option('--level <system:level>', 'the level of care, for example asam-3:2.1 (required)', levelOfCare)
        .option('--from <date>', 'the first day (required)')
        .option('--to <date>', 'the last day (required)')
        .option('--review-due <date>', 'when the payer reviews')
        .option('--reference <number>', "the payer's number for it")
        .option('--warn-at <units>', 'work is due when so few units are left; 2 unless given', wholeNumber),
    same: ['from', 'to', 'reviewDue', 'reference', 'warnAt'],
    fields: ({ level }) => (level === undefined ? {} : { levelOfCare: level as LevelOfCare }),
    examples: [
      'stepwell authorize e-1 "Health plan" 12 visits --level asam-3:2.1 --from 2026-01-05 --to 2026-02-05 --review-due 2026-01-28',
    ],
  });
  addWriteCommand(program, {
    name: 'review-stay',
    type: 'ReviewContinuedStay',
    summary: 'Record a review of the continued stay',
    arguments: [['outcome', 'what it came to', { choices: OUTCOMES }]],
    options: (command) => command.option('--next-review <date>', 'when it is reviewed again'),
    same: ['nextReview'],
    examples: ['stepwell review-stay e-1 continue --next-review 2026-02-02 --role supervisor'],
  });
}

function levelOfCare(text: string): { system: string; level: string } {
  const at = text.indexOf(':');
  if (at < 1) throw new InvalidArgumentError('Write a classification and a level, for example asam-3:2.1.');
  return { system: text.slice(0, at), level: text.slice(at + 1) };
}
