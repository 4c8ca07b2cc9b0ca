import { html } from 'hono/html';
import { addDays } from '../../curriculum/calendar-date.ts';
import type { CaseloadRow } from '../../engine/caseload-row.ts';
import { appointmentsWithin } from '../http/appointments-within.ts';
import type { HttpProblem } from '../http/http-problem.ts';
import { groupsWithin } from '../http/reach-groups.ts';
import type { Ask } from '../http/route.ts';
import { dueWithinReach } from '../http/routes/due-route.ts';
import type { Filled } from './action-command.ts';
import { appointmentCard, bookingForm } from './appointment-cards.ts';
import { type DaysGroup, daysGroups } from './days-groups.ts';
import { type MeetingsOfDay, meetingsOfDay } from './groups/meetings-of-day.ts';
import { type Html, renderPage } from './page.ts';
import { firstPatients, MOST_PATIENTS } from './patients-within.ts';
import { rosterForm } from './roster-form.ts';
import { sayDate } from './say-date.ts';
import { foldedMeeting, meetingCard, meetingOfOthers } from './today/meeting-cards.ts';
import { workList } from './today/work-list.ts';

/** Where the form that books an appointment stands on the page of a day. */
export const BOOKING = 'booking';
/** The most lines of rosters that a day shows at once; with more of them each meeting is one line with the way to its roster. */
const MOST_LINES = 80;
/** The most work that is listed. */
const MOST_WORK = 60;

/** What was wrong with a form of a day, which is shown again as it was filled in: the roster of a group, an appointment, or `BOOKING`. */
export type DayProblem = { readonly at: string; readonly filled: Filled; readonly problem: HttpProblem };

const TOLD = {
  book: 'The appointment is booked.',
  keep: 'The appointment was kept.',
  miss: 'The appointment was missed.',
  cancel: 'The appointment is cancelled.',
  reopen: 'What was said of the appointment is taken back.',
  move: 'The appointment is moved.',
} as const;
/** What can have been done with an appointment just now. */
export const SAID = Object.keys(TOLD) as (keyof typeof TOLD)[];

/** How a day is looked at: the form that was wrong, how many lines were saved, and which of many meetings is open. */
export type DayView = {
  readonly wrong?: DayProblem;
  readonly saved?: number | undefined;
  readonly open?: string | undefined;
  readonly said?: keyof typeof TOLD | undefined;
};

/** Answers with the page of a day: its meetings and appointments, each with its form, and what waits. */
export async function showDay(ask: Ask, day: string, { wrong, saved, open, said }: DayView) {
  const { c, clinic, principal } = ask;
  const today = clinic.clock.today();
  const { patients, more } = await firstPatients(ask);
  const meetings = await meetingsOfDay(ask, day, patients);
  const groups = withoutThoseOf(meetings.taken, await daysGroups(clinic.engine, patients, day));
  const due = await dueWithinReach(ask, { upTo: today, counselor: undefined, limit: MOST_WORK + 1 });
  const booked = await appointmentsWithin(ask, { from: day, to: day });
  const ready = patients.filter(({ gate }) => gate === 'satisfied');
  const names = await namesFor(ask, patients, due);
  const seen = [
    ...groups.flatMap(({ rows }) => rows.map(({ row }) => row)),
    ...meetings.own.flatMap(({ roster }) => roster.lines),
    ...meetings.others.flatMap((other) => other.patients),
    ...patients,
  ];
  ask.noteSeen([...seen, ...due, ...booked.map(({ episode }) => ({ episode }))]);
  const shown = open ?? wrong?.at;
  const folded = seen.length - patients.length > MOST_LINES;
  const cards = [
    ...meetings.own.map(({ roster, guests }) => ({
      start: roster.meeting.start,
      card: folded ? foldedRoster(roster) : meetingCard(roster, today, patients, guests),
    })),
    ...booked.map((one) => ({
      start: one.start,
      card: appointmentCard(one, today, wrong?.at === one.appointment ? wrong : null),
    })),
    ...meetings.others.map((other) => ({ start: other.meeting.start, card: meetingOfOthers(other) })),
    ...groups.map((group) => {
      const filled = group.id === wrong?.at ? wrong.filled : {};
      return {
        start: group.start,
        card:
          folded && group.id !== shown
            ? foldedGroup(group, day)
            : rosterForm(group, day, filled, problemAt(wrong, group.id)),
      };
    }),
  ].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const body = html`<h1>${day === today ? 'Today, ' : ''}${sayDate(day)}</h1>
    ${dayChooser(day, today)}
    ${day > today ? html`<p class="notice">This day is still to come: appointments can be booked, and nobody is present yet.</p>` : ''}
    ${more ? html`<p class="notice">You reach more patients than a page of a day has room for: here are the meetings of the first ${MOST_PATIENTS}, and all groups and appointments. The <a href="/caseload">caseload</a> has everybody, by counselor and site.</p>` : ''}
    <div class="two wide"><div>
      ${cards.length === 0 ? html`<p>No meeting is on the calendar of your patients this day.</p>${await nextMeeting(ask, day)}` : ''}
      ${cards.map(({ card }) => card)}
      ${bookingForm(patients, day, wrong?.at === BOOKING ? wrong.filled : {}, problemAt(wrong, BOOKING))}
    </div><div>
      <h2>What waits for you</h2>
      <p><a class="button quiet" href="/caseload?list=ready">Ready to advance: ${ready.length === 1 ? '1 patient' : `${ready.length} patients`}</a></p>
      ${workList(due.slice(0, MOST_WORK), names, today)}
      ${due.length > MOST_WORK ? html`<p><a href="/caseload?list=due">Everybody with work due</a></p>` : ''}
    </div></div>`;
  const lines = saved === undefined ? '' : `Saved: ${saved} ${saved === 1 ? 'line' : 'lines'} of the roster.`;
  const done = said === undefined ? lines || undefined : TOLD[said];
  const page = renderPage({ title: 'Today', principal, here: '/today', done, body });
  return c.html(page, (wrong?.problem.status ?? 200) as 200);
}

/** The numbers of the patients within reach and of those for whom work is due, who may be on leave. */
async function namesFor(
  { clinic }: Ask,
  patients: readonly CaseloadRow[],
  due: readonly { readonly episode: string }[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Map(patients.map(({ episode, patient }) => [episode, patient]));
  const others = [...new Set(due.map(({ episode }) => episode))].filter((episode) => !known.has(episode));
  const rows = await Promise.all(others.map((episode) => clinic.engine.caseload({ episode, limit: 1 })));
  for (const { episode, patient } of rows.flat()) known.set(episode, patient);
  return known;
}

/** On a day without a meeting: when the next one of an own group is. */
async function nextMeeting(ask: Ask, day: string): Promise<Html> {
  const own = new Set((await groupsWithin(ask)).map(({ id }) => id));
  const coming = await ask.clinic.engine.groups.meetings({ from: addDays(day, 1), to: addDays(day, 14) });
  const next = coming.find(({ group, status }) => own.has(group) && status !== 'cancelled');
  if (next === undefined) return html``;
  return html`<p>Next: <a href="/today?day=${next.date}">${sayDate(next.date, day)} ${next.start}</a>, ${next.title}, topic ${next.topic ?? ''} ${next.topicTitle ?? ''}.</p>`;
}

function dayChooser(day: string, today: string): Html {
  return html`<form method="get" action="/today" class="days"><a class="button quiet" href="/today?day=${addDays(day, -1)}">‹ ${sayDate(addDays(day, -1), today)}</a> ${day === today ? '' : html`<a class="button quiet" href="/today">Today</a>`} <a class="button quiet" href="/today?day=${addDays(day, 1)}">${sayDate(addDays(day, 1), today)} ›</a>
      <label class="hide" for="day">Another day</label><input id="day" name="day" type="date" value="${day}"><button class="plain">Go</button></form>`;
}

function problemAt(wrong: DayProblem | undefined, at: string): HttpProblem | null {
  return wrong?.at === at ? wrong.problem : null;
}

/** The meetings of patients' own calendars without the lines that a group's roster has. */
function withoutThoseOf(taken: ReadonlySet<string>, groups: readonly DaysGroup[]): DaysGroup[] {
  return groups.flatMap((group) => {
    const rows = group.rows.filter(({ row }) => !taken.has(`${row.episode} ${group.track}`));
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}

function foldedRoster({ meeting, lines }: MeetingsOfDay['own'][number]['roster']): Html {
  const open = lines.filter(({ recorded, lifecycle }) => recorded === null && lifecycle === 'active').length;
  const cancelled = meeting.status === 'cancelled';
  return foldedMeeting(
    meeting,
    { expected: lines.length, open, cancelled },
    `/groups/${meeting.group}/meetings/${meeting.meeting}`,
  );
}

function foldedGroup(group: DaysGroup, day: string): Html {
  const open = group.rows.filter(({ recorded }) => recorded === null).length;
  const to = `/today?${new URLSearchParams({ day, open: group.id }).toString()}`;
  return foldedMeeting(group, { expected: group.rows.length, open, cancelled: false }, to);
}
