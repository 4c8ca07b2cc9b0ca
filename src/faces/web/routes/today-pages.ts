import { html } from 'hono/html';
import { z } from 'zod';
import { addDays, CalendarDate } from '../../../curriculum/calendar-date.ts';
import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import type { Roster } from '../../../engine/groups/roster.ts';
import { appointmentsWithin } from '../../http/appointments-within.ts';
import { carryOut } from '../../http/carry-out.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readyCommands } from '../../http/ready-commands.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { dueWithinReach } from '../../http/routes/due-route.ts';
import type { Filled } from '../action-command.ts';
import { appointmentCard, bookingForm } from '../appointment-cards.ts';
import { type DaysGroup, daysGroups } from '../days-groups.ts';
import { caught } from '../field-problems.ts';
import { meetingForm } from '../groups/meeting-form.ts';
import { type MeetingsOfDay, meetingsOfDay } from '../groups/meetings-of-day.ts';
import { type Html, renderPage } from '../page.ts';
import { patientsWithin } from '../patients-within.ts';
import { rosterCommands } from '../roster-commands.ts';
import { rosterForm } from '../roster-form.ts';
import { sayDate } from '../say-date.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
type Wrong = { readonly group: string; readonly filled: Filled; readonly problem: HttpProblem };

/** A day in a browser: its meetings with their rosters, and what waits. */
export const TODAY_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /today',
    kind: 'read',
    summary: 'The meetings of a day with their rosters, and what waits',
    query: z.strictObject({ day: CalendarDate.optional(), done: z.coerce.number().int().optional() }),
    answers,
    handle: (ask) => show(ask, ask.query.day ?? ask.clinic.clock.today(), null, ask.query.done),
  }),
  defineRoute({
    key: 'POST /today',
    kind: 'write',
    summary: 'Save a roster whole',
    body: z.looseObject({ day: CalendarDate, group: z.string().max(100), key: z.string().max(100) }),
    answers,
    handle: async (ask) => {
      const { day, group: id, key } = ask.body;
      const filled = ask.body as unknown as Filled;
      let saved = 0;
      const problem = await caught(async () => {
        const group = (await groupsOf(ask, day)).find((one) => one.id === id);
        if (group === undefined)
          throw new HttpProblem(
            404,
            'not-found',
            'This meeting is no longer on the calendar of your patients.',
          );
        const commands = rosterCommands(group, day, filled);
        await ask.reachEpisodes(commands.map(({ episode }) => episode));
        if (commands.length > 0) await save(ask, group, commands, key);
        saved = commands.length;
      });
      if (problem === null) return ask.c.redirect(`/today?day=${day}&done=${saved}`, 303);
      return show(ask, day, { group: id, filled, problem }, undefined);
    },
  }),
];

/** Saves a roster; a refusal names the patient whom it is about. */
async function save(
  ask: Ask,
  group: DaysGroup,
  commands: Parameters<typeof readyCommands>[0],
  key: string,
): Promise<void> {
  const refused = await caught(() => carryOut(ask, readyCommands(commands, ask.principal), { key }));
  if (refused === null) return;
  const episode = commands[Number(refused.members['command'] ?? 0)]?.episode;
  const patient = group.rows.find(({ row }) => row.episode === episode)?.row.patient ?? '';
  throw new HttpProblem(refused.status, refused.code, `Nothing was saved. ${patient}: ${refused.message}`);
}

async function groupsOf(ask: Ask, day: string): Promise<DaysGroup[]> {
  return daysGroups(ask.clinic.engine, await patientsWithin(ask), day);
}

async function show(ask: Ask, day: string, wrong: Wrong | null, saved: number | undefined) {
  const { c, clinic, principal } = ask;
  const today = clinic.clock.today();
  const patients = await patientsWithin(ask);
  const meetings = await meetingsOfDay(ask, day, patients);
  const groups = withoutThoseOf(meetings.taken, await daysGroups(clinic.engine, patients, day));
  const due = await dueWithinReach(ask, { upTo: today, counselor: undefined, limit: 30 });
  const booked = await appointmentsWithin(ask, { from: day, to: day });
  const names = new Map(patients.map(({ episode, patient }) => [episode, patient]));
  const seen = [
    ...groups.flatMap(({ rows }) => rows.map(({ row }) => row)),
    ...meetings.own.flatMap(({ roster }) => roster.lines),
  ];
  ask.noteSeen([...seen, ...due, ...booked.map(({ episode }) => ({ episode }))]);
  const cards = [
    ...meetings.own.map(({ roster, guests }) => ({
      start: roster.meeting.start,
      card: meetingCard(roster, today, patients, guests),
    })),
    ...booked.map((one) => ({
      start: one.start,
      card: appointmentCard(one, names.get(one.episode) ?? one.episode, today),
    })),
    ...meetings.others.map((other) => ({ start: other.meeting.start, card: ofOthers(other) })),
    ...groups.map((group) => {
      const own = group.id === wrong?.group ? wrong : null;
      return { start: group.start, card: rosterForm(group, day, own?.filled ?? {}, own?.problem ?? null) };
    }),
  ].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const body = html`<h1>${day === today ? 'Today, ' : ''}${sayDate(day)}</h1>
    <form method="get" action="/today" class="days"><a href="/today?day=${addDays(day, -1)}">The day before</a> ${day === today ? '' : html`<a href="/today">Today</a>`} <a href="/today?day=${addDays(day, 1)}">The day after</a>
      <label class="hide" for="day">Another day</label><input id="day" name="day" type="date" value="${day}"><button class="plain">Go</button></form>
    ${day > today ? html`<p class="notice">This day is still to come; nothing can be recorded yet.</p>` : ''}
    <div class="two wide"><div>
      ${cards.length === 0 ? html`<p>No meeting is on the calendar of your patients.</p>` : ''}
      ${cards.map(({ card }) => card)}
      ${bookingForm(patients, day)}
    </div><div>
      <h2>What waits for you</h2>
      ${due.length === 0 ? html`<p>Nothing.</p>` : html`<ul class="work">${due.map(({ episode, title, dueOn }) => html`<li><a href="/patients/${episode}">${names.get(episode) ?? episode}</a>: ${title.replace(/ due$/, '')} <small class="${dueOn < today ? 'bad' : ''}">${dueOn < today ? 'since' : 'due'} ${sayDate(dueOn, today)}</small></li>`)}</ul>`}
      <p><a href="/caseload?list=ready">Who is ready to advance</a></p>
    </div></div>`;
  const done =
    saved === undefined ? undefined : `Saved: ${saved} ${saved === 1 ? 'line' : 'lines'} of the roster.`;
  const page = renderPage({ title: 'Today', principal, here: '/today', done, body });
  return c.html(page, (wrong?.problem.status ?? 200) as 200);
}

/** The meetings of patients' own calendars without the lines that a group's roster has. */
function withoutThoseOf(taken: ReadonlySet<string>, groups: readonly DaysGroup[]): DaysGroup[] {
  return groups.flatMap((group) => {
    const rows = group.rows.filter(({ row }) => !taken.has(`${row.episode} ${group.track}`));
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}

function ofOthers({ meeting, patients }: MeetingsOfDay['others'][number]): Html {
  return html`<section class="card"><h2>${meeting.start} ${meeting.title} <span class="meta">led by ${meeting.leader}</span></h2>
    <p>${patients.map(({ episode, patient }) => html`<a href="/patients/${episode}">${patient}</a> `)}<small>${meeting.status === 'cancelled' ? 'cancelled' : 'on the roster of that group'}</small></p></section>`;
}

function meetingCard(roster: Roster, today: string, patients: readonly CaseloadRow[], guests: boolean): Html {
  const { meeting, lines, warnings } = roster;
  const { group, meeting: key, title, start, minutes, topic, topicTitle, place } = meeting;
  const others = patients.filter(({ episode }) => lines.every((line) => line.episode !== episode));
  return html`<section class="card" aria-label="${start} ${title}">
    <h2>${start} <a href="/groups/${group}">${title}</a> <span class="meta">${minutes} minutes${place === null ? '' : `, ${place}`}, ${lines.length} expected</span></h2>
    <p class="meta">Topic ${topic ?? ''} <b>${topicTitle ?? 'to be chosen'}</b> · <a href="/groups/${group}/meetings/${key}">open<span class="hide"> ${title}</span></a> · <a href="/groups/${group}/meetings/${key}/sheet">sign-in sheet<span class="hide"> of ${title}</span></a></p>
    ${warnings.length === 0 ? '' : html`<p class="warn">${warnings.map(({ message }) => message).join('; ')}</p>`}
    ${meetingForm({ roster, today, filled: {}, problem: null, back: 'today', guests, others })}</section>`;
}
