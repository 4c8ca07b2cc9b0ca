import type { Command } from '../../engine/command.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';
import { demandOwn, takenOver } from './demand-own.ts';
import { HttpProblem } from './http-problem.ts';
import { problemOf, problemOfRefusal } from './problem-of.ts';
import type { Ask } from './route.ts';
import { readWriteHeaders } from './write-headers.ts';

/**
 * Carries out commands of one request in one transaction, with the key and the version of its headers, or of the hidden
 * fields of a form.
 *
 * Throws problems: `glass-reaches-no-further` for what would hand over a patient who is reached in an emergency alone, a refusal (422, with the command that it is about), `version-conflict` (412 where `If-Match` asked for the version),
 * and what `problemOf` says.
 */
export async function carryOut(
  ask: Ask,
  commands: readonly Command[],
  form?: { readonly key?: unknown; readonly version?: unknown },
): Promise<Outcome[]> {
  const { engine } = ask.clinic;
  await demandOwn(ask, await takenOver(ask, commands));
  const { key, expectedVersion } = readWriteHeaders(ask.c, ask.principal, form);
  const options = key === undefined ? {} : { key };
  const episodes = new Set(commands.map(({ episode }) => episode));
  if (expectedVersion !== undefined && episodes.size !== 1)
    throw new HttpProblem(400, 'invalid-request', 'If-Match needs commands of one episode.');
  const [first, ...rest] = commands;
  const all =
    first === undefined || expectedVersion === undefined
      ? commands
      : [{ ...first, expectedVersion }, ...rest];
  const outcomes = await engine.execute(all, options).catch((error: unknown) => {
    const problem = error instanceof StepwellError ? problemOf(error) : null;
    if (problem === null) throw error;
    if (problem.code !== 'version-conflict' || expectedVersion === undefined) throw problem;
    throw new HttpProblem(412, problem.code, problem.message, problem.members);
  });
  const refused = outcomes.findIndex(({ accepted }) => !accepted);
  const outcome = outcomes[refused];
  if (outcome && !outcome.accepted)
    throw problemOfRefusal(outcome.refusal, commands.length > 1 ? refused : undefined);
  return outcomes;
}
