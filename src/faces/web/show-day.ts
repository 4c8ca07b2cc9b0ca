import { html } from 'hono/html';
import { addDays } from '../../curriculum/calendar-date.ts';
import type { CaseloadRow } from '../../engine/caseload-row.ts';
import type { Roster } from '../../engine/groups/roster.ts';
import { appointmentsWithin } from '../http/appointments-within.ts';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Ask } from '../http/route.ts';
import { dueWithinReach } from '../http/routes/due-route.ts';
import type { Filled } from './action-command.ts';
import { appointmentCard, bookingForm } from './appointment-cards.ts';
import { type DaysGroup, daysGroups } from './days-groups.ts';
import { meetingForm } from './groups/meeting-form.ts';
import { type MeetingsOfDay, meetingsOfDay } from './groups/meetings-of-day.ts';
import { type Html, renderPage } from './page.ts';
import { patientsWithin } from './patients-within.ts';
import { rosterForm } from './roster-form.ts';
import { sayDate } from './say-date.ts';

/** Where the form that books an appointment stands on the page of a day. */
export const BOOKING = 'booking';

/** What was wrong with a form of a day, which is shown again as it was filled in: the roster of a group, an appointment, or `BOOKING`. */
export type DayProblem = { readonly at: string; readonly filled: Filled; readonly problem: HttpProblem };

/** Answers with the page of a day: its meetings and appointments, each with its form, and what waits. */
export async function showDay(ask: Ask, day: string, wrong: DayProblem | null, saved: number | undefined) {
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
    ...meetings.others.flatMap((other) => other.patients),
    ...patients,
  ];
  ask.noteSeen([...seen, ...due, ...booked.map(({ episode }) => ({ episode }))]);
  const cards = [
    ...meetings.own.map(({ roster, guests }) => ({
      start: roster.meeting.start,
      card: meetingCard(roster, today, patients, guests),
    })),
    ...booked.map((one) => ({
      start: one.start,
      card: appointmentCard(
        one,
        names.get(one.episode) ?? one.episode,
        today,
        problemAt(wrong, one.appointment),
      ),
    })),
    ...meetings.others.map((other) => ({ start: other.meeting.start, card: ofOthers(other) })),
    ...groups.map((group) => {
      const filled = group.id === wrong?.at ? wrong.filled : {};
      return { start: group.start, card: rosterForm(group, day, filled, problemAt(wrong, group.id)) };
    }),
  ].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const body = html`<h1>${day === today ? 'Today, ' : ''}${sayDate(day)}</h1>
    <form method="get" action="/today" class="days"><a href="/today?day=${addDays(day, -1)}">The day before</a> ${day === today ? '' : html`<a href="/today">Today</a>`} <a href="/today?day=${addDays(day, 1)}">The day after</a>
      <label class="hide" for="day">Another day</label><input id="day" name="day" type="date" value="${day}"><button class="plain">Go</button></form>
    ${day > today ? html`<p class="notice">This day is still to come: appointments can be booked, and nobody is present yet.</p>` : ''}
    <div class="two wide"><div>
      ${cards.length === 0 ? html`<p>No meeting is on the calendar of your patients.</p>` : ''}
      ${cards.map(({ card }) => card)}
      ${bookingForm(patients, day, wrong?.at === BOOKING ? wrong.filled : {}, problemAt(wrong, BOOKING))}
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

function problemAt(wrong: DayProblem | null, at: string): HttpProblem | null {
  return wrong?.at === at ? wrong.problem : null;
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
