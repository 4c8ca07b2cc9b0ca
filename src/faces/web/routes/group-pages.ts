import { html } from 'hono/html';
import { z } from 'zod';
import { addDays } from '../../../curriculum/calendar-date.ts';
import { Identifier } from '../../../curriculum/identifier.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { GroupStatus } from '../../../engine/groups/engine-groups.ts';
import type { GroupCommand } from '../../../engine/groups/group-command.ts';
import type { Meeting } from '../../../engine/groups/meetings-of.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { groupsWithin, reachGroup } from '../../http/reach-groups.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { caught, fieldProblems } from '../field-problems.ts';
import { carryOutForGroup } from '../groups/carry-out-for-group.ts';
import { GROUP_ACTIONS, type GroupActionId, groupCommandOf } from '../groups/group-command-of.ts';
import { type GroupWrong, groupForm } from '../groups/group-forms.ts';
import { groupHead } from '../groups/group-head.ts';
import { matrixOf } from '../groups/matrix-of.ts';
import { type RosterMatrix, rosterMatrix } from '../groups/roster-matrix.ts';
import { rulesBroken } from '../groups/rules-broken.ts';
import { sayPatients } from '../groups/say-patients.ts';
import { sayRule } from '../groups/say-rule.ts';
import { showMeeting } from '../groups/show-meeting.ts';
import { spaceWords } from '../groups/space-words.ts';
import { topicCalendar } from '../groups/topic-calendar.ts';
import { type Html, renderPage } from '../page.ts';
import { patientsWithin } from '../patients-within.ts';
import { sayDate } from '../say-date.ts';
import { saySentence } from '../say-sentence.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
const params = z.strictObject({ group: Identifier });
/** How many meetings that were held the roster over time shows. */
const COLUMNS = 12;

/** The address of a meeting's page, from which a small form was sent. */
const MEETING = /^\/groups\/[\w-]+\/meetings\/(?<meeting>\d{4}-\d{2}-\d{2}T\d{2}:\d{2})$/;

/** Where the group is full: to wait for a place. */
const WAIT = { name: 'wait', label: 'Waits for a place', type: 'check' } as const;

/** Groups in a browser: which there are, and each with its topics, its roster over time, and who is in it. */
export const GROUP_PAGES: readonly Route[] = [
  defineRoute({ key: 'GET /groups', kind: 'read', summary: 'The own groups', answers, handle: list }),
  defineRoute({
    key: 'GET /groups/:group',
    kind: 'read',
    summary: 'A group: its topics, its roster over time, who is in it',
    params,
    query: z.strictObject({ done: z.string().max(20).optional() }),
    answers,
    handle: (ask) => show(ask, null),
  }),
  defineRoute({
    key: 'POST /groups/:group',
    kind: 'write',
    summary: 'Join, leave, cancel, move, book: what is done with a group',
    params,
    body: z.looseObject({
      do: z.string().max(20),
      key: z.string().max(100).optional(),
      back: z.string().max(200).optional(),
    }),
    answers,
    handle: async (ask) => {
      const { group } = ask.params;
      const filled = ask.body as Record<string, string>;
      const placing = ask.body.do === 'book' || ask.body.do === 'unbook';
      const [own] = await groupsNamed(ask, group);
      if (own === undefined && !placing) await reachGroup(ask, group);
      let broken: readonly string[] = [];
      const problem = await caught(async () => {
        const command = groupCommandOf(group, ask.body.do, filled);
        const episode = 'episode' in command ? command.episode : undefined;
        const inIt = [...(own?.members ?? []), ...(own?.waiting ?? []), ...(own?.bookings ?? [])];
        if (episode !== undefined && inIt.every((one) => one.episode !== episode))
          await ask.reachEpisodes([episode]);
        else await ask.noteSeen(await concernedBy(ask, command, own));
        broken = own === undefined || placing ? [] : await rulesBroken(ask, command);
        if (broken.length === 0 || filled['seen'] === broken.join('; '))
          await carryOutForGroup(ask, command, ask.body.key);
        else throw new HttpProblem(409, 'rules-broken', 'Nothing is saved yet.');
      });
      if (problem !== null && own === undefined) throw problem;
      if (problem !== null) {
        const named = [filled['episode'] ?? '', ...(own?.waiting ?? []).map(({ episode }) => episode)];
        const { status, code, message, members } = problem;
        const said = await sayPatients(ask.clinic.engine, message, named);
        const wrong = {
          filled,
          problem: new HttpProblem(status, code, said, members),
          broken: code === 'rules-broken' ? broken : [],
        };
        const meeting = MEETING.exec(filled['back'] ?? '')?.groups?.['meeting'];
        return meeting === undefined ? show(ask, wrong) : showMeeting(ask, { group, meeting }, { wrong });
      }
      const back = /^\/(groups|patients)\/[\w.:/-]*$/.test(filled['back'] ?? '')
        ? filled['back']
        : `/groups/${group}`;
      return ask.c.redirect(back?.startsWith('/patients/') ? back : `${back}?done=${ask.body.do}`, 303);
    },
  }),
];

/** Whose records a command about an own group concerns: the patient that it names, those of its meeting, or all who are in the group. */
async function concernedBy(ask: Ask, command: GroupCommand, own: GroupStatus | undefined) {
  if ('episode' in command) return [{ episode: command.episode }];
  if (command.type !== 'VoidRoster') return own?.members ?? [];
  return (await ask.clinic.engine.groups.roster(command.group, command.meeting)).lines;
}

/** The group of a name where it is one of the own; a make-up of a patient of one's own can be booked in any. */
async function groupsNamed(ask: Ask, id: string): Promise<GroupStatus[]> {
  return (await groupsWithin(ask)).filter((status) => status.id === id);
}

async function list(ask: Ask) {
  const { c, clinic, principal } = ask;
  const today = clinic.clock.today();
  const groups = await groupsWithin(ask);
  const next = new Map<string, Meeting>();
  for (const { id: group } of groups)
    for (const meeting of await clinic.engine.groups.meetings({ group, from: today, to: addDays(today, 14) }))
      if (meeting.status !== 'cancelled' && !next.has(group)) next.set(group, meeting);
  const card = ({ id, group, members, placesFree, waiting }: GroupStatus) => {
    const meeting = next.get(id);
    return html`<article class="card"><h2><a href="/groups/${id}">${group.title}</a></h2>
      <p class="meta">${group.times.map(({ rule, start }) => `${saySentence(sayRule(rule), today)} at ${start}`).join('; ')} · led by ${group.leader}</p>
      <p>${members.length === 1 ? '1 patient' : `${members.length} patients`}${placesFree === null ? '' : `, ${placesFree} places free`}${waiting.length === 0 ? '' : `, ${waiting.length} waiting`}</p>
      ${meeting === undefined ? '' : html`<p>Next: <a href="/groups/${id}/meetings/${meeting.meeting}">${sayDate(meeting.date, today)} ${meeting.start}</a>, ${meeting.topic ?? ''} ${meeting.topicTitle ?? ''}</p>`}</article>`;
  };
  const body = html`<h1>Groups</h1>
    ${groups.length === 0 ? html`<p>You lead no group yet.</p>` : html`<div class="cards">${groups.map(card)}</div>`}
    <p class="buttons"><a class="button quiet" href="/new-group">A new group</a> <a class="button quiet" href="/coverage">When should a new patient start?</a></p>`;
  return c.html(renderPage({ title: 'Groups', principal, here: '/groups', body }));
}

async function show(ask: Ask<{ group: string }, unknown>, wrong: GroupWrong | null) {
  const {
    c,
    clinic,
    principal,
    params: { group: id },
  } = ask;
  const { engine } = clinic;
  const today = clinic.clock.today();
  const status = await reachGroup(ask, id);
  const meetings = await engine.groups.meetings({
    group: id,
    from: addDays(today, -28),
    to: addDays(today, 56),
  });
  const held = await engine.groups.held(id);
  const latest = [...held].slice(-COLUMNS);
  const titles = new Map((await clinic.library.list()).map((one) => [one.id, one.title]));
  const matrix = await matrixOf(
    engine,
    latest,
    status.members.map(({ episode }) => episode),
  );
  const names = await namesOf(
    engine,
    matrix.rows,
    [...status.waiting, ...status.bookings].map(({ episode }) => episode),
  );
  const others = (await patientsWithin(ask)).filter(({ episode }) =>
    status.members.every((one) => one.episode !== episode),
  );
  ask.noteSeen([...matrix.rows, ...status.waiting, ...status.bookings, ...others]);
  const next = meetings.find(({ date, status: now }) => date >= today && now !== 'cancelled');
  const done = (ask.query as { done?: string } | undefined)?.done;
  const said =
    done !== undefined && Object.hasOwn(GROUP_ACTIONS, done)
      ? GROUP_ACTIONS[done as GroupActionId].done
      : undefined;
  const body = html`${groupHead(status, today)}
    ${wrong !== null && !['join', 'leave'].includes(String(wrong.filled['do'])) ? fieldProblems(wrong.problem) : ''}
    ${next === undefined ? html`<p class="buttons"><a class="button quiet" href="/groups/${id}/definition">Change the group</a></p>` : html`<p class="buttons"><a class="button" href="/groups/${id}/meetings/${next.meeting}">Roster of ${sayDate(next.date, today)}</a> <a class="button quiet" href="/groups/${id}/meetings/${next.meeting}/sheet">Sign-in sheet</a> <a class="button quiet" href="/groups/${id}/definition">Change the group</a></p>`}
    <h2>Roster over time</h2>${rosterMatrix(matrix, id, today)}
    <div class="two"><div><h2>Calendar of topics</h2>${topicCalendar(meetings, held, today)}</div>
    <div><h2>In the group</h2>${people(status, names, today)}
      ${groupForm(
        id,
        'join',
        'Add a patient',
        [
          {
            name: 'episode',
            label: 'Patient',
            type: 'choice',
            required: true,
            options: others.map(({ episode, patient }) => [episode, patient]),
          },
          { name: 'from', label: 'From', type: 'date', at: today },
          { name: 'reason', label: 'Reason, where it is full or closed', type: 'text' },
          ...(status.placesFree === 0 ? [WAIT] : []),
        ],
        `/groups/${id}`,
        { said: spaceWords(status), wrong },
      )}
      ${groupForm(
        id,
        'leave',
        'Take a patient out',
        [
          {
            name: 'episode',
            label: 'Patient',
            type: 'choice',
            required: true,
            options: [...status.members, ...status.waiting].map(({ episode }) => [
              episode,
              names.get(episode) ?? episode,
            ]),
          },
          { name: 'from', label: 'From', type: 'date', at: today },
          { name: 'reason', label: 'Reason', type: 'text' },
        ],
        `/groups/${id}`,
        { wrong },
      )}
      ${bookings(status, names, meetings, today)}
      ${status.group.credits.map(({ curriculum }) => html`<p><a href="/coverage?curriculum=${curriculum}">When should a new patient of ${titles.get(curriculum) ?? curriculum} start?</a></p>`)}</div></div>`;
  const page = renderPage({ title: status.group.title, principal, here: '/groups', done: said, body });
  return c.html(page, (wrong?.problem.status ?? 200) as 200);
}

/** What the clinic knows patients by: those of a roster, and others who wait for a place or come for a make-up. */
async function namesOf(
  { caseload }: Engine,
  rows: RosterMatrix['rows'],
  others: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(rows.map(({ episode, patient }) => [episode, patient]));
  const unknown = [...new Set(others)].filter((episode) => !names.has(episode));
  const found = await Promise.all(unknown.map((episode) => caseload({ episode, limit: 1 })));
  for (const { episode, patient } of found.flat()) names.set(episode, patient);
  return names;
}

function people({ members, waiting }: GroupStatus, names: ReadonlyMap<string, string>, today: string): Html {
  if (members.length + waiting.length === 0) return html`<p>Nobody yet.</p>`;
  const named = ({ episode }: { episode: string }) => names.get(episode) ?? episode;
  const sorted = [...members].sort((a, b) => (named(a) < named(b) ? -1 : 1));
  return html`<ul class="names">${sorted.map(({ episode, from, to }) => html`<li><a href="/patients/${episode}">${names.get(episode) ?? episode}</a> <small>since ${sayDate(from, today)}${to === null ? '' : `, until ${sayDate(to, today)}`}</small></li>`)}
    ${waiting.map(({ episode, since }) => html`<li><a href="/patients/${episode}">${names.get(episode) ?? episode}</a> <small>waiting since ${sayDate(since, today)}</small></li>`)}</ul>`;
}

function bookings(
  { id, bookings: all }: GroupStatus,
  names: ReadonlyMap<string, string>,
  meetings: readonly Meeting[],
  today: string,
): Html {
  if (all.length === 0) return html``;
  return html`<h3>Make-ups booked</h3><ul>${all.map(({ meeting, episode, session }) => {
    const date = meetings.find((one) => one.meeting === meeting)?.date ?? meeting.slice(0, 10);
    return html`<li><a href="/patients/${episode}">${names.get(episode) ?? episode}</a>: session ${session} on ${sayDate(date, today)} <form class="inline" method="post" action="/groups/${id}"><input type="hidden" name="do" value="unbook"><input type="hidden" name="meeting" value="${meeting}"><input type="hidden" name="episode" value="${episode}"><button class="plain">cancel the booking<span class="hide"> of ${names.get(episode) ?? episode}</span></button></form></li>`;
  })}</ul>`;
}
