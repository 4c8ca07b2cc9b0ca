import type { Command as CliCommand } from 'commander';
import { bringCurriculum } from './bring-curriculum.ts';
import { addWriteCommand } from './write-command.ts';

/** Adds refer, admit and assign. */
export function addIntakeCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'refer',
    type: 'Refer',
    summary: 'Record a referral',
    creates: true,
    options: (command) =>
      command
        .option('--patient <id>', 'the patient, by the clinic’s own number (required)')
        .option('--source <name>', 'who referred')
        .option('--counselor <name>', 'who looks after the patient')
        .option('--site <name>', 'where'),
    same: ['patient', 'source', 'counselor', 'site'],
    examples: ['stepwell refer e-1 --patient p-1 --source "county court"'],
  });
  addWriteCommand(program, {
    name: 'admit',
    type: 'Admit',
    summary: 'Admit a patient to a curriculum or a pathway',
    creates: true,
    makesEpisode: true,
    options: (command) =>
      command
        .option('--patient <id>', 'the patient, by the clinic’s own number (required)')
        .option(
          '--curriculum <id|file>',
          'a curriculum or pathway: an id, id@version, or the path of a file (required)',
        )
        .option(
          '--stage <stage>',
          'the stage of the pathway at which the patient enters; the first unless given',
        )
        .option('--counselor <name>', 'who looks after the patient')
        .option('--site <name>', 'where')
        .option(
          '--override-eligibility',
          'admit although the program does not, with a reason and in a role that may',
        )
        .option('--last-use-on <date>', 'the day of the last use before admission'),
    same: ['patient', 'curriculum', 'stage', 'counselor', 'site', 'lastUseOn', 'overrideEligibility'],
    bring: bringCurriculum,
    examples: [
      'stepwell admit e-1 --patient p-1 --curriculum matrix-iop --counselor kim',
      'stepwell admit e-2 --patient p-2 --curriculum residential-to-community --stage php',
    ],
  });
  addWriteCommand(program, {
    name: 'assign',
    type: 'AssignCounselor',
    summary: 'Give an episode to a counselor',
    arguments: [['counselor', 'who looks after the patient from now on']],
    options: (command) =>
      command.option('--site <name>', 'where the patient is treated from now on; as before unless given'),
    same: ['site'],
    examples: ['stepwell assign e-1 kim', 'stepwell assign e-1 kim --site north'],
  });
}
