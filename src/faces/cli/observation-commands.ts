import type { Command as CliCommand } from 'commander';
import type { DrugTestResult } from '../../program/episode-event.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { decimalNumber, nameList } from './option-values.ts';
import { addWriteCommand } from './write-command.ts';

const RESULTS: Record<DrugTestResult, true> = { negative: true, positive: true, missed: true, invalid: true };

/** Adds drug-test, use, mutual-help, assess, contact and note. */
export function addObservationCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'drug-test',
    type: 'RecordDrugTest',
    summary: 'Record a drug test',
    arguments: [['result', 'what it showed', { choices: Object.keys(RESULTS) }]],
    options: (command) =>
      command
        .option('--substances <names>', 'what was found, with commas between', nameList)
        .option('--specimen <kind>', 'for example urine or breath'),
    same: ['substances', 'specimen'],
    examples: [
      'stepwell drug-test e-1 negative --specimen urine',
      'stepwell drug-test e-1 positive --substances methamphetamine --on 2026-03-02',
    ],
  });
  addWriteCommand(program, {
    name: 'use',
    type: 'RecordUse',
    summary: 'Record use that the patient reported',
    options: (command) =>
      command.option('--substances <names>', 'what was used, with commas between', nameList),
    same: ['substances'],
    examples: ['stepwell use e-1 --substances alcohol --on 2026-03-01'],
  });
  addWriteCommand(program, {
    name: 'mutual-help',
    type: 'RecordMutualHelp',
    summary: 'Record a mutual-help meeting that the patient went to',
    options: (command) => command.option('--fellowship <name>', 'for example NA or SMART'),
    same: ['fellowship'],
    examples: ['stepwell mutual-help e-1 --fellowship NA'],
  });
  addWriteCommand(program, {
    name: 'assess',
    type: 'RecordAssessment',
    summary: 'Record the score of an assessment',
    arguments: [
      ['instrument', 'for example phq-9'],
      ['score', 'the score; made of --items unless given', { read: decimalNumber, optional: true }],
    ],
    options: (command) =>
      command.option('--items <points>', 'the points of each item in order, with commas between', pointList),
    same: ['items'],
    examples: ['stepwell assess e-1 phq-9 12', 'stepwell assess e-1 gad-7 --items 1,2,0,3,1,0,2'],
  });
  addWriteCommand(program, {
    name: 'contact',
    type: 'RecordContact',
    summary: 'Record an attempt to reach the patient',
    options: (command) =>
      command
        .option('--reached', 'the patient was reached')
        .option('--not-reached', 'the patient was not reached')
        .option('--with <name>', 'who was spoken to'),
    same: ['with'],
    fields: ({ reached, notReached }) => ({ reached: reachedOrNot(reached === true, notReached === true) }),
    examples: ['stepwell contact e-1 --reached --with mother', 'stepwell contact e-1 --not-reached'],
  });
  addWriteCommand(program, {
    name: 'note',
    type: 'AddNote',
    summary: 'Add a note',
    arguments: [['text', 'the note']],
    examples: ['stepwell note e-1 "Started a new job; evenings only from April."'],
  });
}

function reachedOrNot(reached: boolean, notReached: boolean): boolean {
  if (reached !== notReached) return reached;
  throw new CliFailure(EXIT.usage, 'usage', 'say either --reached or --not-reached');
}

function pointList(text: string): number[] {
  return text.split(',').map(decimalNumber);
}
