import { html } from 'hono/html';
import { z } from 'zod';
import { Identifier } from '../../../curriculum/identifier.ts';
import { MeetingKey } from '../../../engine/groups/meeting-key.ts';
import { StepwellError } from '../../../engine/stepwell-error.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { reachGroup } from '../../http/reach-groups.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import type { Filled } from '../action-command.ts';
import { caught } from '../field-problems.ts';
import { carryOutForGroup } from '../groups/carry-out-for-group.ts';
import { initialsOf } from '../groups/initials-of.ts';
import { rosterOfMeeting } from '../groups/roster-of-meeting.ts';
import { showMeeting } from '../groups/show-meeting.ts';
import { renderPage } from '../page.ts';
import { sayDate } from '../say-date.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
const params = z.strictObject({ group: Identifier, meeting: MeetingKey });
type Place = z.infer<typeof params>;
/** Empty lines of a sign-in sheet, for those who walk in. */
const SPARE = 3;

/** The meetings of groups in a browser: the roster of each, and its sheet for signing in on paper. */
export const MEETING_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /groups/:group/meetings/:meeting',
    kind: 'read',
    summary: 'A meeting with its roster',
    params,
    query: z.strictObject({ done: z.string().max(20).optional() }),
    answers,
    handle: (ask) => showMeeting(ask, ask.params, { done: ask.query.done }),
  }),
  defineRoute({
    key: 'POST /groups/:group/meetings/:meeting',
    kind: 'write',
    summary: 'Save the roster of a meeting whole',
    params,
    body: z.looseObject({
      key: z.string().max(100).optional(),
      back: z.enum(['today', 'meeting']).default('meeting'),
    }),
    answers,
    handle: async (ask) => {
      const { group, meeting } = ask.params;
      const filled = ask.body as unknown as Filled;
      let saved: number | null = 0;
      let day = '';
      const problem = await caught(async () => {
        await reachGroup(ask, group);
        const roster = await ask.clinic.engine.groups.roster(group, meeting);
        day = roster.meeting.date;
        const command = rosterOfMeeting(roster, filled);
        const walkIns = (command.rows ?? []).filter(({ walkIn }) => walkIn).map(({ episode }) => episode);
        if (walkIns.length > 0) await ask.reachEpisodes(walkIns);
        await ask.noteSeen(command.rows ?? []);
        const names = new Map(roster.lines.map(({ episode, patient }) => [episode, patient ?? episode]));
        const recorded = new Set(roster.lines.flatMap((line) => (line.recorded ? line.episode : [])));
        const fresh = (command.rows ?? []).some(({ episode }) => !recorded.has(episode));
        saved = await once(fresh, async () => {
          const say = (episode: string) => names.get(episode) ?? episode;
          const outcome = await carryOutForGroup(ask, command, ask.body.key, say);
          return outcome.rows?.length ?? 0;
        });
      });
      if (problem?.code === 'not-found') throw problem;
      if (problem !== null) return showMeeting(ask, ask.params, { filled, problem });
      const back = ask.body.back === 'today' ? `/today?day=${day}` : `/groups/${group}/meetings/${meeting}`;
      const told = saved === null ? '' : `${back.includes('?') ? '&' : '?'}done=${saved}`;
      return ask.c.redirect(`${back}${told}`, 303);
    },
  }),
  defineRoute({
    key: 'GET /groups/:group/meetings/:meeting/sheet',
    kind: 'read',
    summary: 'The sheet for signing in on paper: initials only',
    params,
    answers,
    handle: sheet,
  }),
];

/**
 * What work gives; null where the form was sent before and all of it is recorded, so that the page says how it stands. Throws a problem
 * where a form that was sent before says something `fresh`, as after going back to it.
 */
async function once(fresh: boolean, work: () => Promise<number>): Promise<number | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StepwellError) || error.code !== 'idempotency-key-reused') throw error;
    if (!fresh) return null;
    const told =
      'This form was sent before, and nothing of it was saved now. Look at it, and save it once more.';
    throw new HttpProblem(422, 'idempotency-key-reused', told);
  }
}

async function sheet(ask: Ask<Place>) {
  const {
    c,
    clinic,
    principal,
    params: { group, meeting: key },
  } = ask;
  await reachGroup(ask, group);
  const { meeting, lines } = await clinic.engine.groups.roster(group, key);
  ask.noteSeen(lines);
  const coming = lines
    .filter(({ lifecycle }) => lifecycle === 'active')
    .map(({ patient, episode }) => patient ?? episode)
    .sort();
  const row = (number: number, initials: string) =>
    html`<tr><td>${number}</td><td>${initials}</td><td></td><td></td><td></td></tr>`;
  const body = html`<p class="buttons"><a class="button quiet" href="/groups/${group}/meetings/${key}">Back to the roster</a></p>
    <h1>Sign in: ${sayDate(meeting.date)} ${meeting.start}</h1>
    <p>${meeting.place === null ? '' : `${meeting.place}, `}${meeting.minutes} minutes${meeting.topic === null ? '' : `, topic ${meeting.topic}`}. Please sign with your initials only.</p>
    <table class="sign-in"><thead><tr><th scope="col">No.</th><th scope="col">Who</th><th scope="col">Initials</th><th scope="col">Came at</th><th scope="col">Left at</th></tr></thead>
    <tbody>${coming.map((patient, index) => row(index + 1, initialsOf(patient)))}${Array.from({ length: SPARE }, (_, index) => row(coming.length + index + 1, ''))}</tbody></table>
    <p>Guests, as a number: ________&emsp;Led by ${meeting.leader}: ________________</p>`;
  return c.html(renderPage({ title: 'Sign-in sheet', principal, here: '/groups', body }));
}
