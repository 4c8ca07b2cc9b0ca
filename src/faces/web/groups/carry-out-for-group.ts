import type { GroupCommand } from '../../../engine/groups/group-command.ts';
import type { GroupOutcome } from '../../../engine/groups/group-outcome.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Ask } from '../../http/route.ts';
import { readWriteHeaders } from '../../http/write-headers.ts';

/**
 * Carries out a command about a group in the name of who asks, with the hidden key of a form. `say` names a patient in the rows of a
 * roster that are refused. Throws the refusal as a problem (422), with all rows that were refused.
 */
export async function carryOutForGroup(
  ask: Ask,
  command: GroupCommand,
  key: unknown,
  say: (episode: string) => string = (episode) => episode,
): Promise<Extract<GroupOutcome, { accepted: true }>> {
  const { key: own } = readWriteHeaders(ask.c, ask.principal, { key });
  const given = { ...command, by: ask.principal.name };
  const outcome = await ask.clinic.engine.groups.execute(given, own === undefined ? {} : { key: own });
  if (outcome.accepted) return outcome;
  const refused = (outcome.rows ?? []).flatMap((row) => (row.accepted ? [] : [row]));
  const errors = refused.map(({ episode, refusal }) => ({
    in: 'body',
    pointer: `/${say(episode)}`,
    message: refusal.message,
  }));
  const { code, message } = outcome.refusal;
  throw new HttpProblem(422, code, `Nothing was saved: ${message}.`, {
    refused: true,
    ...(errors.length === 0 ? {} : { errors }),
  });
}
