import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { wholeNumber } from './option-values.ts';
import { addWriteCommand } from './write-command.ts';

/** Adds reward, privilege grant and privilege withdraw. */
export function addRewardCommands(program: CliCommand): void {
  addWriteCommand(program, {
    name: 'reward',
    type: 'RecordReward',
    summary: 'Record a reward that was handed over, or a prize that was drawn',
    arguments: [
      ['incentive', 'the rewards, as the curriculum names them'],
      ['amount', 'cents, draws or pieces', { read: wholeNumber }],
    ],
    options: (command) => command.option('--prize <name>', 'what was drawn'),
    same: ['prize'],
    examples: ['stepwell reward e-1 vouchers 1250', 'stepwell reward e-1 prize-draws 1 --prize small'],
  });
  const privilege = program
    .command('privilege')
    .summary('Grant or withdraw a privilege or a role in the community')
    .description('Grant or withdraw a privilege or a role in the community.');
  addExample(
    privilege,
    'stepwell privilege grant e-1 weekend-pass --reason "two months in good standing"',
    'stepwell privilege withdraw e-1 weekend-pass --reason "came back late twice"',
  );
  addWriteCommand(privilege, {
    name: 'grant',
    type: 'GrantPrivilege',
    summary: 'Grant a privilege or a role in the community',
    arguments: [['privilege', 'the privilege, as the curriculum names it']],
    examples: [
      'stepwell privilege grant e-1 weekend-pass --reason "two months without a learning experience"',
    ],
  });
  addWriteCommand(privilege, {
    name: 'withdraw',
    type: 'WithdrawPrivilege',
    summary: 'Withdraw a privilege or a role in the community',
    arguments: [['privilege', 'the privilege, as the curriculum names it']],
    examples: ['stepwell privilege withdraw e-1 weekend-pass --reason "came back late twice"'],
  });
}
