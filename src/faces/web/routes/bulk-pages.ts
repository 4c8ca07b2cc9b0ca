import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Command } from '../../../engine/command.ts';
import { carryOut } from '../../http/carry-out.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readyCommands } from '../../http/ready-commands.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import type { HttpCommand } from '../../http/schemas/http-command.ts';
import { actionCommand, type Filled } from '../action-command.ts';
import { wantedSignatures } from '../actions/wanted-signatures.ts';
import { BULK_ACTIONS, findBulkAction } from '../caseload/bulk-actions.ts';
import { type BulkLine, bulkForm } from '../caseload/bulk-form.ts';
import { MOST_PATIENTS } from '../caseload/most-patients.ts';
import { caught } from '../field-problems.ts';
import { mustKnowCounselor } from '../known-counselor.ts';
import { renderPage } from '../page.ts';
import { markOfShown, mustBeAsShown } from '../what-was-shown.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
const fields = z.looseObject({
  action: z.enum(BULK_ACTIONS.map(({ id }) => id)),
  episode: z
    .union([
      z.string().max(64),
      z.array(z.string().max(64)).max(MOST_PATIENTS, `at most ${MOST_PATIENTS} at once; pick fewer`),
    ])
    .optional(),
});
type Given = z.infer<typeof fields>;

/** Doing the same for several patients: shown for each of them first, then saved for all of them or for none. */
export const BULK_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /bulk',
    kind: 'read',
    summary: 'What doing the same for several patients would change for each',
    query: fields,
    answers,
    handle: (ask) => show(ask, ask.query, null),
  }),
  defineRoute({
    key: 'POST /bulk',
    kind: 'write',
    summary: 'Do the same for several patients, for all of them or for none',
    body: fields.extend({ do: z.enum(['preview', 'save']).default('save') }),
    answers,
    handle: async (ask) => {
      const given = ask.body;
      if (given.do === 'preview') return show(ask, given, null);
      const filled = given as Filled;
      const problem = await caught(async () => {
        const episodes = savedOf(given);
        await ask.reachEpisodes(episodes);
        mustBeAsShown(plainCommands(given, episodesOf(given)), filled['seen']);
        await knownCounselor(ask, plainCommands(given, episodes));
        const commands = commandsOf(ask, given, episodes).map((command, index) => ({
          ...command,
          ...versionOf(filled, episodes[index] ?? ''),
        }));
        if (commands.length === 0) throw new HttpProblem(400, 'invalid-request', 'Nobody is picked.');
        await carryOut(ask, commands as Command[], { key: filled['key'] ?? randomUUID() });
      });
      if (problem?.code === 'not-found') throw problem;
      if (problem !== null) return show(ask, given, problem);
      return ask.c.redirect(
        `/caseload?done=${encodeURIComponent(`${given.action} ${savedOf(given).length}`)}`,
        303,
      );
    },
  }),
];

function episodesOf({ episode }: Given): string[] {
  return [...new Set([episode ?? []].flat())];
}

/** For whom it is saved: those for whom the preview did not refuse it, who have a version in the form; all where there was no preview. */
function savedOf(given: Given): string[] {
  const all = episodesOf(given);
  const able = all.filter((episode) => (given as Filled)[`version-${episode}`] !== undefined);
  return able.length === 0 ? all : able;
}

function versionOf(filled: Filled, episode: string): { readonly expectedVersion?: number } {
  const version = Number(filled[`version-${episode}`]);
  return Number.isInteger(version) && version > 0 ? { expectedVersion: version } : {};
}

function commandsOf(ask: Ask, given: Given, episodes: readonly string[]): Command[] {
  return readyCommands(plainCommands(given, episodes), ask.principal);
}

/** Makes sure that there is the counselor to whom patients are given. */
async function knownCounselor(ask: Ask, commands: readonly HttpCommand[]): Promise<void> {
  const [first] = commands;
  if (first?.type === 'AssignCounselor') await mustKnowCounselor(ask.clinic, first.counselor);
}

function plainCommands(given: Given, episodes: readonly string[]): HttpCommand[] {
  const found = findBulkAction(given.action);
  if (found === null)
    throw new HttpProblem(404, 'not-found', 'There is nothing here for you under that name.');
  const filled = given as Filled;
  return episodes.map((episode) => actionCommand(found.action, episode, filled, undefined));
}

async function show(ask: Ask, asked: Given, problem: HttpProblem | null) {
  const { c, clinic, principal } = ask;
  // What the form says unless it was filled in otherwise, so that the preview is made of what will be sent.
  const given = { on: clinic.clock.today(), ...asked };
  const found = findBulkAction(given.action);
  const episodes = episodesOf(given);
  await ask.reachEpisodes(episodes);
  const filled = given as Filled;
  const complete = found?.bulk.fields.every(
    ({ name, required }) => required !== true || filled[name] !== undefined,
  );
  const statuses = await Promise.all(episodes.map((episode) => clinic.engine.status(episode)));
  let wrong = problem;
  let seen = '';
  let lines: BulkLine[] = statuses.map((status) => ({ status, refused: null, movements: null }));
  if (complete && episodes.length > 0) {
    const unread = await caught(async () => {
      await knownCounselor(ask, plainCommands(given, episodes));
      const commands = commandsOf(ask, given, episodes);
      seen = markOfShown(plainCommands(given, episodes));
      lines = await Promise.all(commands.map((command, index) => previewed(ask, command, statuses[index]!)));
    });
    wrong = problem ?? unread;
  }
  const wanted = statuses.flatMap((status) => wantedSignatures(status));
  const suggestions = [...new Set(wanted.map(({ subject }) => subject))];
  const body =
    found === null
      ? html``
      : bulkForm({
          ...found,
          lines,
          filled,
          problem: wrong,
          seen,
          suggestions,
          principal,
          today: clinic.clock.today(),
        });
  const page = renderPage({
    title: found?.bulk.title ?? 'Several patients',
    principal,
    here: '/caseload',
    body,
  });
  return c.html(page, (problem?.status ?? 200) as 200);
}

async function previewed(ask: Ask, command: Command, status: BulkLine['status']): Promise<BulkLine> {
  const { outcomes, episodes } = await ask.clinic.engine.preview([command]);
  const [outcome] = outcomes;
  if (outcome !== undefined && !outcome.accepted)
    return { status, refused: outcome.refusal.message, movements: null };
  return {
    status,
    refused: null,
    movements: episodes.flatMap(({ movements }) => movements.map(({ sentence }) => sentence)),
  };
}
