import { html } from 'hono/html';
import { z } from 'zod';
import type { CalendarLink } from '../../../access/calendar-link.ts';
import { NewCalendarLink } from '../../../access/calendar-link.ts';
import { Identifier } from '../../../curriculum/identifier.ts';
import { calendarLinks, makeCalendarLink, revokeCalendarLink } from '../../http/calendar-links.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import { readWith } from '../../http/read-with.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { caught, fieldProblems } from '../field-problems.ts';
import { renderPage } from '../page.ts';
import { patientsWithin } from '../patients-within.ts';
import { sayDate } from '../say-date.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
const Of = z.strictObject({
  group: Identifier.optional(),
  episode: z.string().min(1).max(64).optional(),
});
type Of = z.infer<typeof Of>;

/** Secret links to calendars in a browser: made, listed, revoked; the own calendar, that of a group, or that of a patient. */
export const CALENDAR_LINK_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /calendar-links',
    kind: 'read',
    summary: 'Links to a calendar: the own one, or that of a group or a patient',
    query: Of,
    answers,
    handle: (ask) => show(ask, ask.query, null, null),
  }),
  defineRoute({
    key: 'POST /calendar-links',
    kind: 'write',
    summary: 'Make or revoke a link to a calendar',
    body: Of.extend({ do: z.enum(['make', 'revoke']), link: z.string().max(64).optional() }),
    answers,
    handle: async (ask) => {
      const { do: what, link, ...of } = ask.body;
      let made: string | null = null;
      const problem = await caught(async () => {
        if (what === 'revoke') await revokeCalendarLink(ask, link ?? '');
        else made = (await makeCalendarLink(ask, readWith(NewCalendarLink, wanted(of), 'body'))).url;
      });
      if (problem?.code === 'not-found') throw problem;
      return show(ask, of, problem, made);
    },
  }),
];

function wanted({ group, episode }: Of): NewCalendarLink {
  const of = group !== undefined ? { of: 'group', group } : { of: 'patient', episode };
  return (group === undefined && episode === undefined ? { of: 'counselor' } : of) as NewCalendarLink;
}

async function show(ask: Ask, of: Of, problem: HttpProblem | null, made: string | null) {
  const { c, clinic, principal } = ask;
  const { group, episode } = of;
  const links = await calendarLinks(ask, of);
  const today = clinic.clock.today();
  const within = links.some(({ of: kind }) => kind === 'patient') ? await patientsWithin(ask) : [];
  const rows = episode === undefined ? within : await clinic.engine.caseload({ episode, limit: 1 });
  const names = new Map([...within, ...rows].map((one) => [one.episode, one.patient]));
  const shown = [...links.flatMap(({ of: kind, name }) => (kind === 'patient' ? [name] : [])), episode ?? ''];
  ask.noteSeen([...within, ...rows].filter((one) => shown.includes(one.episode)));
  const [whose, back] =
    group !== undefined
      ? [`the group ${group}`, `/groups/${group}`]
      : episode !== undefined
        ? [`patient ${names.get(episode) ?? episode}`, `/patients/${episode}`]
        : ['you', '/account'];
  const hidden = html`${group === undefined ? '' : html`<input type="hidden" name="group" value="${group}">`}${episode === undefined ? '' : html`<input type="hidden" name="episode" value="${episode}">`}`;
  const row = ({ id, of: kind, name: of, createdAt, until }: CalendarLink) => {
    const name = kind === 'patient' ? (names.get(of) ?? `of record ${of}`) : of;
    return html`<tr><th scope="row">${kind === 'counselor' ? 'your own' : `${kind} ${name}`}</th><td>${sayDate(createdAt.slice(0, 10), today)}</td><td>${sayDate(until.slice(0, 10), today)}</td><td><form class="inline" method="post" action="/calendar-links">${hidden}<input type="hidden" name="do" value="revoke"><input type="hidden" name="link" value="${id}"><button class="plain">revoke<span class="hide"> the link to ${kind} ${name} of ${createdAt}</span></button></form></td></tr>`;
  };
  const body = html`<p><a href="${back}">Back</a></p><h1>Calendar link</h1>
    <p>A calendar program that has this link shows the meetings and appointments of ${whose}, and follows what is moved or cancelled. Titles are neutral and nobody is named. Whoever has the link sees that calendar without signing in, so give it to nobody else; revoke it when it is no longer needed.</p>
    ${fieldProblems(problem)}
    ${made === null ? '' : html`<div class="notice" role="status"><p>Paste this address into the calendar program ("add by URL"). It is not shown again:</p><p><code>${made}</code></p></div>`}
    <form method="post" action="/calendar-links">${hidden}<input type="hidden" name="do" value="make"><div class="buttons"><button>Make a link</button></div></form>
    ${links.length === 0 ? html`<p>There is no link yet.</p>` : html`<div class="scroll" role="region" aria-label="Links" tabindex="0"><table><thead><tr><th scope="col">Calendar</th><th scope="col">Made</th><th scope="col">Good until</th><th scope="col"><span class="hide">Revoke</span></th></tr></thead><tbody>${links.map(row)}</tbody></table></div>`}`;
  const page = renderPage({ title: 'Calendar link', principal, here: '/account', body });
  return c.html(page, (problem?.status ?? 200) as 200);
}
