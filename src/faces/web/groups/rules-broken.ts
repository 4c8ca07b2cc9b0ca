import type { GroupCommand } from '../../../engine/groups/group-command.ts';
import type { GroupWarning } from '../../../engine/groups/group-outcome.ts';
import type { Ask } from '../../http/route.ts';

/** Which rules of size can be broken by what; whoever joins a group that is too small does not break its minimum. */
const BREAKS: Partial<Record<GroupCommand['type'], readonly GroupWarning['code'][]>> = {
  JoinGroup: ['over-capacity', 'too-few-leaders'],
  LeaveGroup: ['below-minimum'],
};

/** The rules of size that joining or leaving a group would break, in words, if it were carried out now; none where it would be refused. */
export async function rulesBroken(ask: Ask<unknown, unknown>, command: GroupCommand): Promise<string[]> {
  const breaks = BREAKS[command.type] ?? [];
  if (breaks.length === 0) return [];
  const outcome = await ask.clinic.engine.groups.preview({ ...command, by: ask.principal.name });
  if (!outcome.accepted) return [];
  return outcome.warnings.filter(({ code }) => breaks.includes(code)).map(({ message }) => message);
}
