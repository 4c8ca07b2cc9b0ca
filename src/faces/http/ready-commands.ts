import type { Principal } from '../../access/principal.ts';
import type { Command } from '../../engine/command.ts';
import { HttpProblem } from './http-problem.ts';
import type { HttpCommand } from './schemas/http-command.ts';

/**
 * Puts into commands who asks, and the role in which he signs: the first of his account unless the command names one of them.
 *
 * Throws the problem `role-not-yours` (403) where a command, or the change of an amendment, signs in a role or a name that is not his.
 */
export function readyCommands(commands: readonly HttpCommand[], principal: Principal): Command[] {
  return commands.map((command) => {
    const change = command.type === 'Amend' ? (command.change as Record<string, unknown>) : {};
    if ('by' in change) throw notYours('Who recorded something cannot be amended.');
    for (const role of [command.role, change['role']]) {
      if (role === undefined || principal.signsAs.includes(String(role))) continue;
      throw notYours(
        `You sign as ${principal.signsAs.join(' or ') || 'nobody'}, not as ${String(role).slice(0, 64)}.`,
      );
    }
    const role = command.role ?? principal.signsAs[0];
    if (role === undefined) throw notYours('Your account signs in no role.');
    return { ...command, by: principal.name, role } as unknown as Command;
  });
}

function notYours(detail: string): HttpProblem {
  return new HttpProblem(403, 'role-not-yours', detail);
}
