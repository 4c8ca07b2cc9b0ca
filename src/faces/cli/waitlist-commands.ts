import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { bringIntake } from './bring-intake.ts';
import { bringWaitlistTerms } from './bring-waitlist-terms.ts';
import { oneOf } from './one-of.ts';
import { wholeNumber } from './option-values.ts';
import { addWaitlistList } from './waitlist-command.ts';
import { addWriteCommand } from './write-command.ts';

const AFTER_OFFER = ['keeps-place', 'end-of-list'] as const;

/** Adds intake, place, and waitlist with its verbs. */
export function addWaitlistCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'intake',
    type: 'RecordIntake',
    summary: 'Record what intake calls found out, from a file',
    arguments: [['intake', 'the intake, a file of YAML']],
    bring: bringIntake,
    examples: ['stepwell intake e-1 intake.yaml'],
  });
  addWriteCommand(program, {
    name: 'place',
    type: 'DecidePlacement',
    summary: 'Record the program that was decided on for a patient',
    arguments: [['program', 'the program']],
    options: (command) =>
      command
        .option('--curriculum <id>', 'the curriculum')
        .option('--recommended <programs...>', 'the programs that were recommended, best first'),
    same: ['curriculum', 'recommended'],
    examples: [
      'stepwell place e-1 day-center --recommended evening-iop day-center --reason "lives next door"',
    ],
  });
  const waitlist = program
    .command('waitlist')
    .summary('List who waits, and keep the list')
    .description('List who waits for which program, and keep the list.');
  addExample(waitlist, 'stepwell waitlist', 'stepwell waitlist offer e-1 --until 2026-03-06');
  addWaitlistList(waitlist);
  addWriteCommand(waitlist, {
    name: 'join',
    type: 'JoinWaitlist',
    summary: 'Put a referred patient on the waitlist of a program',
    arguments: [['program', 'the program']],
    options: (command) =>
      command
        .option('--directory <file>', 'take the terms of the waitlist from this directory of programs')
        .option('--priority <n>', '1 comes first; without one after all others', wholeNumber)
        .option('--priority-rule <rule>', 'the rule of the program that gives the priority')
        .option('--contact-every-days <n>', 'days after which the patient is contacted again', wholeNumber)
        .option('--after-offer <rule>', 'after an offer that came to nothing', oneOf(AFTER_OFFER)),
    same: ['priority', 'priorityRule', 'contactEveryDays', 'afterOffer'],
    bring: bringWaitlistTerms,
    examples: [
      'stepwell waitlist join e-1 evening-iop --priority 2 --contact-every-days 7',
      'stepwell waitlist join e-2 evening-iop --directory programs.yaml',
    ],
  });
  addWriteCommand(waitlist, {
    name: 'offer',
    type: 'OfferPlace',
    summary: 'Offer a place',
    options: (command) =>
      command
        .option(
          '--until <date>',
          'the last day to accept it (required where the terms of the list do not say)',
        )
        .option('--directory <file>', 'take from this directory of programs how many places are free')
        .option(
          '--places-free <n>',
          'how many places are free; as the directory says, and not checked without one, unless given',
          wholeNumber,
        )
        .option(
          '--override',
          'although others stand before the patient, or no place is free: needs --reason',
        ),
    same: ['until', 'placesFree', 'override'],
    examples: [
      'stepwell waitlist offer e-1 --until 2026-03-06 --places-free 1',
      'stepwell waitlist offer e-1 --directory programs.yaml',
      'stepwell waitlist offer e-2 --until 2026-03-06 --override --reason "e-1 declined this place"',
    ],
  });
  addWriteCommand(waitlist, {
    name: 'accept',
    type: 'AcceptOffer',
    summary: 'The patient accepts the place',
    examples: ['stepwell waitlist accept e-1'],
  });
  addWriteCommand(waitlist, {
    name: 'decline',
    type: 'DeclineOffer',
    summary: 'The patient declines the place',
    examples: ['stepwell waitlist decline e-1'],
  });
  addWriteCommand(waitlist, {
    name: 'interim',
    type: 'RecordInterimService',
    summary: 'Record what a patient is given while waiting',
    arguments: [['service', 'what was given, as in open-group']],
    options: (command) => command.option('--minutes <n>', 'how long it took', wholeNumber),
    same: ['minutes'],
    examples: ['stepwell waitlist interim e-1 open-group --minutes 60'],
  });
  addWriteCommand(waitlist, {
    name: 'remove',
    type: 'RemoveFromWaitlist',
    summary: 'Take a patient off the list, with a reason',
    examples: ['stepwell waitlist remove e-1 --reason "found another program"'],
  });
}
