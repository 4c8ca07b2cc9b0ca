import type { GroupCommand } from '../../engine/groups/group-command.ts';
import type { GroupOutcome } from '../../engine/groups/group-outcome.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { HttpProblem } from './http-problem.ts';
import { problemOf } from './problem-of.ts';
import type { Ask } from './route.ts';
import { readWriteHeaders } from './write-headers.ts';

/** The answer to a command about a group that was accepted. */
type Accepted = Extract<GroupOutcome, { accepted: true }>;

/**
 * Carries out a command about a group in the name of who asks, in one transaction, with the key and the version of the headers; with
 * `preview` nothing is recorded.
 *
 * Throws problems: a refusal (422) with all rows of a roster, so that all that is wrong is seen at once; `version-conflict` (412 where
 * `If-Match` asked for the version), and what `problemOf` says.
 */
export async function carryOutGroupCommand(
  ask: Ask,
  command: GroupCommand,
  preview = false,
): Promise<Accepted> {
  const { groups } = ask.clinic.engine;
  const { key, expectedVersion } = readWriteHeaders(ask.c, ask.principal);
  const version = expectedVersion === undefined ? {} : { expectedVersion };
  const given = { ...command, by: ask.principal.name, ...version } as GroupCommand;
  const asked = preview ? groups.preview(given) : groups.execute(given, key === undefined ? {} : { key });
  const outcome = await asked.catch((error: unknown) => {
    const conflict = error instanceof StepwellError && error.code === 'version-conflict';
    if (!conflict || expectedVersion === undefined) throw error;
    const problem = problemOf(error);
    throw new HttpProblem(412, 'version-conflict', problem?.message ?? '', problem?.members);
  });
  if (outcome.accepted) return outcome;
  const { refusal, rows } = outcome;
  const members = rows === undefined ? {} : { rows };
  throw new HttpProblem(422, refusal.code, refusal.message, { refused: true, ...members });
}
