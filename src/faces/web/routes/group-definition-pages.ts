import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { z } from 'zod';
import { Identifier } from '../../../curriculum/identifier.ts';
import type { GroupCommand } from '../../../engine/groups/group-command.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import { reachGroupCommand } from '../../http/reach-group-command.ts';
import { reachGroup } from '../../http/reach-groups.ts';
import { readWith } from '../../http/read-with.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import type { Filled } from '../action-command.ts';
import { caught } from '../field-problems.ts';
import type { FormPart, FormParts } from '../form-parts.ts';
import { carryOutForGroup } from '../groups/carry-out-for-group.ts';
import { creditChoices, groupFromTrack, groupTracks } from '../groups/credit-choices.ts';
import { definitionFields, filledFrom } from '../groups/definition-form.ts';
import { changeOf, changesFrom, definitionOf } from '../groups/definition-of.ts';
import { renderPage } from '../page.ts';
import { patientsWithin } from '../patients-within.ts';
import { signedBy } from '../signed-by.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
const params = z.strictObject({ group: Identifier });
const Body = z.looseObject({ key: z.string().min(1).max(100) });

/** Defining a group in a browser, beginning from a track of a program, and changing one from a day on. */
export const GROUP_DEFINITION_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /new-group',
    kind: 'read',
    summary: 'The form that defines a group, filled in from a track of a program',
    query: z.strictObject({
      curriculum: z.string().max(200).optional(),
      track: z.string().max(100).optional(),
    }),
    answers,
    handle: begin,
  }),
  defineRoute({
    key: 'POST /new-group',
    kind: 'write',
    summary: 'Define a group',
    body: Body,
    answers,
    handle: async (ask) => {
      const filled = ask.body as unknown as Filled;
      const group = String(filled['group'] ?? '').trim();
      const problem = await caught(async () => {
        const id = readWith(params, { group }, 'body').group;
        const command: GroupCommand = {
          type: 'DefineGroup',
          group: id,
          definition: definitionOf(filled, null),
        };
        await reachGroupCommand(ask, command);
        await carryOutForGroup(ask, command, ask.body.key);
      });
      return problem === null
        ? ask.c.redirect(`/groups/${group}`, 303)
        : define(
            ask,
            filled,
            problem,
            [filled['credit'] ?? []].flat().map((credit) => credit.split(' ')[0] ?? ''),
          );
    },
  }),
  defineRoute({
    key: 'GET /groups/:group/definition',
    kind: 'read',
    summary: 'The form that changes a group from a day on',
    params,
    answers,
    handle: async (ask) => {
      const { group } = await reachGroup(ask, ask.params.group);
      const held = await ask.clinic.engine.groups.held(ask.params.group);
      const from = changesFrom(held.keys(), ask.clinic.clock.today());
      return change(ask, { ...filledFrom(group), from }, null);
    },
  }),
  defineRoute({
    key: 'POST /groups/:group/definition',
    kind: 'write',
    summary: 'Change a group from a day on',
    params,
    body: Body,
    answers,
    handle: async (ask) => {
      const filled = ask.body as unknown as Filled;
      const { group: before } = await reachGroup(ask, ask.params.group);
      const problem = await caught(async () => {
        const after = definitionOf({ ...filled, from: before.from }, before);
        const command = {
          ...{ type: 'ChangeGroup', group: ask.params.group, from: String(filled['from'] ?? '') },
          change: changeOf(before, after, filled),
        } as GroupCommand;
        await reachGroupCommand(ask, command);
        await carryOutForGroup(ask, command, ask.body.key);
      });
      return problem === null
        ? ask.c.redirect(`/groups/${ask.params.group}`, 303)
        : change(ask, filled, problem);
    },
  }),
];

/** The first page for a new group: of which program, then as which of its tracks, then the form with what the program says of it. */
async function begin(ask: Ask<unknown, { curriculum?: string | undefined; track?: string | undefined }>) {
  const { c, clinic, principal, query, reach } = ask;
  const curriculum = query.curriculum === undefined ? null : await clinic.library.find(query.curriculum);
  const track =
    curriculum === null ? undefined : groupTracks(curriculum).find(({ id }) => id === query.track);
  if (curriculum !== null && track !== undefined) {
    const [known] = await clinic.engine.groups.list(
      principal.site === null || principal.site === '*' ? {} : { site: principal.site },
    );
    const first = {
      ...groupFromTrack(curriculum.id, track),
      ...(reach === 'caseload' ? { leader: principal.name } : {}),
      ...(known === undefined ? {} : { site: known.group.site, timeZone: known.group.timeZone }),
    };
    const filled = { ...filledFrom(first), group: track.id, from: clinic.clock.today() };
    return define(ask, filled, null, [curriculum.id]);
  }
  const used = new Set((await patientsWithin(ask)).map((row) => row.curriculum));
  const all = [...new Map((await clinic.library.list()).map((one) => [one.id, one])).values()];
  const link = ({ id, title }: { id: string; title: string }) =>
    html`<li><a href="/new-group?curriculum=${id}">${title}</a></li>`;
  const body = html`<p><a href="/groups">Back to the groups</a></p><h1>A new group</h1>
    ${
      curriculum === null
        ? html`<p>Of which program? The form then begins with what the program says.</p>
      ${used.size === 0 ? '' : html`<h2>Of your patients</h2><ul>${all.filter(({ id }) => used.has(id)).map(link)}</ul>`}
      <details ${used.size === 0 ? 'open' : ''}><summary>All programs</summary><ul>${all.map(link)}</ul></details>`
        : html`<p>Which group of ${curriculum.title}?</p><ul>${groupTracks(curriculum).map(({ id, title, sessions }) => html`<li><a href="/new-group?curriculum=${curriculum.id}&amp;track=${id}">${title}</a> <small>${sessions.length} topics</small></li>`)}</ul>
      <p><a href="/new-group">Of another program</a></p>`
    }`;
  return c.html(renderPage({ title: 'A new group', principal, here: '/groups', body }));
}

async function define(ask: Ask, filled: Filled, problem: HttpProblem | null, curricula: readonly string[]) {
  const choices = await creditChoices(ask.clinic, [...curricula, ...(await usedBy(ask))], null);
  const first: FormPart[] = [
    {
      ...{ name: 'group', label: 'Short name', type: 'text', required: true },
      hint: 'Small letters and hyphens, for example relapse-evening; it stays.',
    },
    { name: 'from', label: 'It begins on', type: 'date', required: true },
  ];
  const parts = definitionFields(first, filled, problem, choices, null);
  const words = { title: 'A new group', to: '/new-group', save: 'Define the group', back: '/groups' };
  return form(ask, { ...words, filled, problem, parts });
}

async function change(ask: Ask<{ group: string }>, filled: Filled, problem: HttpProblem | null) {
  const { group } = await reachGroup(ask, ask.params.group);
  const choices = await creditChoices(ask.clinic, await usedBy(ask), group);
  const hint = 'What was held before stays as it was.';
  const first: FormPart[] = [{ name: 'from', label: 'From', type: 'date', required: true, hint }];
  const back = `/groups/${ask.params.group}`;
  const parts = definitionFields(first, filled, problem, choices, group);
  const words = { title: `Change ${group.title}`, to: `${back}/definition`, save: 'Change the group', back };
  return form(ask, { ...words, filled, problem, parts });
}

async function usedBy(ask: Ask): Promise<Set<string>> {
  return new Set((await patientsWithin(ask)).map(({ curriculum }) => curriculum));
}

type Form = {
  title: string;
  to: string;
  save: string;
  back: string;
  parts: FormParts;
  filled: Filled;
  problem: HttpProblem | null;
};

function form({ c, principal }: Ask, { title, to, save, back, parts, filled, problem }: Form) {
  const body = html`<p><a href="${back}">Back</a></p><h1>${title}</h1>${parts.problems}
    <form method="post" action="${to}" class="fields kept"><input type="hidden" name="key" value="${String(filled['key'] ?? randomUUID())}">${parts.fields}
    <p class="soft">${signedBy(principal)}</p><div class="buttons"><button>${save}</button><a class="button quiet" href="${back}">Leave it</a></div></form>`;
  return c.html(renderPage({ title, principal, here: '/groups', body }), (problem?.status ?? 200) as 200);
}
