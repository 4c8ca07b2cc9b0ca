import { html } from 'hono/html';
import { z } from 'zod';
import { addDays, CalendarDate } from '../../../curriculum/calendar-date.ts';
import { carryOut } from '../../http/carry-out.ts';
import { caseloadScope } from '../../http/caseload-scope.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readyCommands } from '../../http/ready-commands.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { dueWithinReach } from '../../http/routes/due-route.ts';
import type { Filled } from '../action-command.ts';
import { type DaysGroup, daysGroups } from '../days-groups.ts';
import { caught } from '../field-problems.ts';
import { renderPage } from '../page.ts';
import { rosterCommands } from '../roster-commands.ts';
import { rosterForm } from '../roster-form.ts';
import { sayDate } from '../say-date.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
/** The most patients whose calendars are read for one day. */
const MOST = 300;
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

async function patientsOf({ clinic, principal, reach }: Ask) {
  const scope = caseloadScope(principal, reach, {});
  const rows = scope === null ? [] : await clinic.engine.caseload({ ...scope, open: true, limit: MOST });
  return rows.filter(({ lifecycle }) => lifecycle === 'active');
}

async function groupsOf(ask: Ask, day: string): Promise<DaysGroup[]> {
  return daysGroups(ask.clinic.engine, await patientsOf(ask), day);
}

async function show(ask: Ask, day: string, wrong: Wrong | null, saved: number | undefined) {
  const { c, clinic, principal } = ask;
  const today = clinic.clock.today();
  const patients = await patientsOf(ask);
  const groups = await daysGroups(clinic.engine, patients, day);
  const due = await dueWithinReach(ask, { upTo: today, counselor: undefined, limit: 30 });
  const names = new Map(patients.map(({ episode, patient }) => [episode, patient]));
  ask.noteSeen([...groups.flatMap(({ rows }) => rows.map(({ row }) => row)), ...due]);
  const past = day > today;
  const body = html`<h1>${day === today ? 'Today, ' : ''}${sayDate(day)}</h1>
    <p><a href="/today?day=${addDays(day, -1)}">The day before</a> · ${day === today ? '' : html`<a href="/today">Today</a> · `}<a href="/today?day=${addDays(day, 1)}">The day after</a></p>
    ${past ? html`<p class="notice">This day is still to come; nothing can be recorded yet.</p>` : ''}
    <div class="two wide"><div>
      ${groups.length === 0 ? html`<p>No meeting is on the calendar of your patients.</p>` : ''}
      ${groups.map((group) => rosterForm(group, day, group.id === wrong?.group ? wrong.filled : {}, group.id === wrong?.group ? wrong.problem : null))}
    </div><div>
      <h2>What waits for you</h2>
      ${due.length === 0 ? html`<p>Nothing.</p>` : html`<ul>${due.map(({ episode, title, dueOn }) => html`<li><a href="/patients/${episode}">${names.get(episode) ?? episode}</a>: ${title} <small>due ${sayDate(dueOn, today)}</small></li>`)}</ul>`}
      <p><a href="/caseload?list=ready">Who is ready to advance</a></p>
    </div></div>`;
  const done =
    saved === undefined ? undefined : `Saved: ${saved} ${saved === 1 ? 'line' : 'lines'} of the roster.`;
  const page = renderPage({ title: 'Today', principal, here: '/today', done, body });
  return c.html(page, (wrong?.problem.status ?? 200) as 200);
}
