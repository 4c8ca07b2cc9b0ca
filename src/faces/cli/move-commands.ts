import type { Command as CliCommand } from 'commander';
import { addWriteCommand } from './write-command.ts';

/** Adds step-down, step-up, transfer, readmit and extend-stay. */
export function addMoveCommands(program: CliCommand): void {
  const stage = (command: CliCommand) =>
    command
      .option('--stage <stage>', 'the stage of the pathway to move to; the only one unless given')
      .option(
        '--override-eligibility',
        'move although the next program does not admit, with a reason and in a role that may',
      )
      .option('--site <name>', 'where the patient is treated from then on; as before unless given');
  addWriteCommand(program, {
    name: 'step-down',
    type: 'StepDown',
    summary: 'Move the patient to a lower level of care of the pathway',
    options: stage,
    same: ['stage', 'overrideEligibility', 'site'],
    examples: ['stepwell step-down e-1 --stage iop --preview', 'stepwell step-down e-1 --stage iop'],
  });
  addWriteCommand(program, {
    name: 'step-up',
    type: 'StepUp',
    summary: 'Move the patient to a higher level of care of the pathway',
    options: stage,
    same: ['stage', 'overrideEligibility', 'site'],
    examples: ['stepwell step-up e-1 --stage php --reason "usual therapy is not enough"'],
  });
  addWriteCommand(program, {
    name: 'transfer',
    type: 'TransferTo',
    summary: 'Move the patient to another program of the pathway at the same level of care',
    options: stage,
    same: ['stage', 'overrideEligibility', 'site'],
    examples: ['stepwell transfer e-1 --stage iop-evening --reason "works in the mornings"'],
  });
  addWriteCommand(program, {
    name: 'readmit',
    type: 'Readmit',
    summary: 'Take a discharged patient back in the same episode, where he was',
    examples: ['stepwell readmit e-1 --reason "came back after nine days"'],
  });
  addWriteCommand(program, {
    name: 'extend-stay',
    type: 'ExtendStay',
    summary: 'Let a stay go on beyond its maximum, with a reason',
    options: (command) =>
      command
        .option('--until <date>', 'the last day granted (required)')
        .option('--of <what>', 'phase or stage; the stage where it has a maximum, unless given'),
    same: ['until', 'of'],
    examples: ['stepwell extend-stay e-1 --until 2026-03-15 --reason "housing is not settled"'],
  });
}
