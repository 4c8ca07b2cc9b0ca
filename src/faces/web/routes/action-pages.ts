import { z } from 'zod';
import { reachEpisode } from '../../../access/reach-episode.ts';
import type { Command } from '../../../engine/command.ts';
import type { Preview } from '../../../engine/preview.ts';
import { carryOut } from '../../http/carry-out.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { problemOfRefusal } from '../../http/problem-of.ts';
import { readyCommands } from '../../http/ready-commands.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { EpisodePath } from '../../http/schemas/episode-path.ts';
import type { HttpCommand } from '../../http/schemas/http-command.ts';
import { actionCommand, type Filled } from '../action-command.ts';
import { actionForm } from '../action-form.ts';
import type { Action } from '../actions/action.ts';
import { ACTIONS, findAction } from '../actions/actions.ts';
import { atItsField } from '../at-its-field.ts';
import { caught } from '../field-problems.ts';
import { mustKnowCounselor } from '../known-counselor.ts';
import { renderPage } from '../page.ts';
import { markOfShown, mustBeAsShown } from '../what-was-shown.ts';

const Path = EpisodePath.extend({ action: z.enum(ACTIONS.map(({ id }) => id)) });
/** The longest text that is read from a form, so that one that is too long for the record is shown again with what was wrong with it. */
const MOST_TEXT = 100_000;
const answers = { 200: { description: 'The page', type: 'text/html' } };

/** The forms for doing something for a patient. */
export const ACTION_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /patients/:episode/:action',
    kind: 'read',
    summary: 'The form of an action',
    params: Path,
    query: z.strictObject({
      fact: z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
      task: z.string().max(200).optional(),
      on: z.string().max(10).optional(),
      track: z.string().max(100).optional(),
      session: z.string().max(9).optional(),
    }),
    answers,
    handle: async (ask) => {
      const given = Object.entries(ask.query).filter(([, value]) => value !== undefined);
      const filled = Object.fromEntries(given) as Filled;
      const action = actionOf(ask.params.action);
      const { preview, problem } = await atOnce(ask, action);
      return show(ask, action, filled, problem, preview, 200);
    },
  }),
  defineRoute({
    key: 'POST /patients/:episode/:action',
    kind: 'write',
    summary: 'Preview or save an action',
    params: Path,
    body: z.record(z.string(), z.union([z.string().max(MOST_TEXT), z.array(z.string().max(MOST_TEXT))])),
    answers,
    handle: async (ask) => {
      const action = actionOf(ask.params.action);
      const filled: Filled = ask.body;
      let preview: Shown | null = null;
      const trouble = await caught(async () => {
        const entry = await entryOf(ask, filled);
        const command = actionCommand(action, ask.params.episode, filled, entry);
        if (command.type === 'AssignCounselor') await mustKnowCounselor(ask.clinic, command.counselor);
        const ready = readyCommands([command], ask.principal);
        const changed = filled['do'] === 'preview' ? null : await changedSince([command], filled);
        if (filled['do'] === 'preview' || changed !== null) preview = await previewOf(ask, ready, [command]);
        if (changed !== null) throw changed;
        if (filled['do'] !== 'preview')
          await carryOut(ask, ready, {
            key: filled['key'],
            version: action.weighty ? filled['version'] : undefined,
          });
      });
      const names = action.fields.map(({ name }) => name);
      const problem = atItsField(trouble, action.command === 'Void' ? [] : [...names, 'on', 'reason']);
      if (problem === null && preview === null)
        return ask.c.redirect(
          (await stillOwn(ask))
            ? `/patients/${ask.params.episode}${action.id === 'note' ? '/notes' : ''}?done=${action.id}`
            : `/caseload?done=${action.id}`,
          303,
        );
      return show(ask, action, filled, problem, preview);
    },
  }),
];

/** What an action would change, as soon as its form is opened, where nothing has to be filled in first. */
async function atOnce(ask: Ask<{ episode: string }>, action: Action) {
  let preview: Shown | null = null;
  if (!action.weighty || action.reason === 'needed') return { preview, problem: null };
  const status = await ask.clinic.engine.status(ask.params.episode);
  const open = action.fields.some(
    ({ required, options }) => required || (options?.(status) ?? []).length > 0,
  );
  if (open) return { preview, problem: null };
  const problem = await caught(async () => {
    const command = actionCommand(action, ask.params.episode, { on: status.asOf }, undefined);
    preview = await previewOf(ask, readyCommands([command], ask.principal), [command]);
  });
  return { preview, problem };
}

/** What an action would change, with the mark of what it was made of. */
type Shown = { readonly preview: Preview; readonly seen: string };

async function changedSince(commands: readonly HttpCommand[], filled: Filled): Promise<HttpProblem | null> {
  return caught(async () => mustBeAsShown(commands, filled['seen']));
}

async function previewOf(
  { clinic }: Ask,
  commands: readonly Command[],
  given: readonly HttpCommand[],
): Promise<Shown> {
  const preview = await clinic.engine.preview(commands);
  const [outcome] = preview.outcomes;
  if (outcome && !outcome.accepted) throw problemOfRefusal(outcome.refusal);
  return { preview, seen: markOfShown(given) };
}

/** Whether the patient is within reach after what was done; another counselor may have him now. */
async function stillOwn({ clinic, params, principal, reach }: Ask<{ episode: string }>): Promise<boolean> {
  const [row] = await clinic.engine.caseload({ episode: params.episode, limit: 1 });
  const grants = clinic.access.glass.open(principal.id, params.episode, clinic.clock.now());
  return row !== undefined && reachEpisode(principal, reach, row, grants) !== null;
}

function actionOf(id: string): Action {
  const action = findAction(id);
  if (action === undefined)
    throw new HttpProblem(404, 'not-found', 'There is nothing here for you under that name.');
  return action;
}

async function entryOf({ clinic, params }: Ask<{ episode: string }>, filled: Filled) {
  if (filled['fact'] === undefined) return undefined;
  const history = await clinic.engine.history(params.episode);
  return history.find(({ version }) => version === Number(filled['fact']));
}

async function show(
  ask: Ask<{ episode: string; action: string }>,
  action: Action,
  given: Filled,
  problem: HttpProblem | null,
  shown: Shown | null,
  code: number = problem?.status ?? 200,
) {
  const { c, clinic, principal, params } = ask;
  const status = await clinic.engine.status(params.episode);
  // After a conflict the form goes on from the record as it is now.
  const { version: _, key: __, ...rest } = given;
  const filled = problem?.code === 'version-conflict' ? rest : given;
  const entry = await entryOf(ask, filled);
  const body = actionForm({ action, status, principal, filled, entry, problem, shown });
  const page = renderPage({ title: action.title, principal, here: '/caseload', body });
  return c.html(page, code as 200);
}
