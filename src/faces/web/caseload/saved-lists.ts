import { html } from 'hono/html';
import type { SavedWorklist } from '../../../engine/worklists/saved-worklist.ts';
import { caseloadScope } from '../../http/caseload-scope.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import type { Ask } from '../../http/route.ts';
import type { Filled } from '../action-command.ts';
import { formParts } from '../form-parts.ts';
import type { Html } from '../page.ts';
import { wrongAt } from '../wrong-at.ts';
import { WORKLISTS, type WorklistGround } from './worklists.ts';

/** The most rows of a saved list that are read. */
const MOST = 1000;

/** Who within reach is in a saved worklist, with why he is there; where he is in it for several reasons, all of them. */
export async function membersOfSaved(
  { clinic, principal, reach }: Pick<Ask, 'clinic' | 'principal' | 'reach'>,
  { filter }: SavedWorklist,
): Promise<ReadonlyMap<string, WorklistGround>> {
  const scope = caseloadScope(principal, reach, filter);
  if (scope === null) return new Map();
  const { rows } = await clinic.engine.worklist({ ...filter, ...scope, limit: MOST });
  return new Map(
    [...Map.groupBy(rows, ({ episode }) => episode)].map(([episode, several]) => [
      episode,
      {
        why: several.map(({ why }) => why).join('; '),
        next: [...new Set(several.map(({ next }) => next))].join('; '),
        days: Math.max(...several.map(({ days }) => days)),
      },
    ]),
  );
}

/** The lists of the engine that can be saved together, by name. */
const OFFERED = WORKLISTS.flatMap(({ of, title }) => (of === undefined ? [] : [[of, title] as const]));

/**
 * The form that saves the lists and filters that are looked at under a name, open where something was wrong with it; for the whole clinic
 * where whoever looks may do so. `hidden` are the filters.
 */
export function saveForm(
  filled: Filled,
  hidden: Readonly<Record<string, string>>,
  shares: boolean,
  problem: HttpProblem | null,
): Html {
  const { problems, fields } = formParts(
    [
      { name: 'name', label: 'Name', type: 'text', required: true, attributes: { maxlength: '100' } },
      {
        ...{ name: 'days', label: 'After how many days', type: 'number' },
        hint: 'Those of each list unless given; not seen is 7.',
      },
      ...(shares
        ? [
            {
              name: 'shared',
              label: 'For the whole clinic; each sees his own patients',
              type: 'check',
            } as const,
          ]
        : []),
    ],
    filled,
    problem,
    'save-',
  );
  const chosen = [filled['list'] ?? []].flat();
  const wrong = wrongAt(problem, 'list');
  return html`<details class="small-form screen" ${problem === null ? '' : 'open'}><summary>Save a list of your own</summary>${problems}<form method="post" action="/caseload" class="fields"><input type="hidden" name="do" value="save">
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <fieldset class="boxes"><legend>Patients who are in one of these</legend>${wrong === null ? '' : html`<p class="wrong">${wrong}</p>`}${OFFERED.map(([of, title]) => html`<label><input type="checkbox" name="list" value="${of}" ${chosen.includes(of) ? 'checked' : ''}> ${title}</label>`)}</fieldset>
    ${Object.keys(hidden).length === 0 ? '' : html`<p class="hint">With the filters that are set above.</p>`}
    ${fields}
    <div class="buttons"><button>Save the list</button></div></form></details>`;
}

/** The form that deletes a saved list. */
export function deleteForm({ name, shared }: SavedWorklist): Html {
  return html`<form method="post" action="/caseload" class="inline screen"><input type="hidden" name="do" value="delete"><input type="hidden" name="name" value="${name}">${shared ? html`<input type="hidden" name="shared" value="yes">` : ''}<button class="plain">Delete the list<span class="hide"> ${name}</span></button></form>`;
}
