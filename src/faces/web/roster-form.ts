import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Filled } from './action-command.ts';
import { ATTENDANCE_WORDS } from './actions.ts';
import type { DaysGroup, RosterRow } from './days-groups.ts';
import { fieldProblems } from './field-problems.ts';
import { MARKS, markOf } from './marks.ts';
import type { Html } from './page.ts';

/** A roster: everybody is present unless marked otherwise, and one button saves it whole. */
export function rosterForm(group: DaysGroup, day: string, filled: Filled, problem: HttpProblem | null): Html {
  const open = group.rows.filter(({ recorded }) => recorded === null);
  const topics = new Set(
    group.rows.map(({ entry }) => `${entry.session ?? ''} ${entry.title ?? ''}`.trim()).filter(Boolean),
  );
  return html`<section class="card" aria-label="${group.start} ${group.title}">
    <h2>${group.start} ${group.title} <span class="meta">${group.minutes} minutes, ${group.rows.length} expected</span></h2>
    ${topics.size === 1 ? html`<p class="meta">Topic ${[...topics][0]}</p>` : ''}
    ${fieldProblems(problem)}
    <form method="post" action="/today">
      <input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="day" value="${day}"><input type="hidden" name="group" value="${group.id}">
      <div class="scroll"><table class="roster stack">
        <thead><tr><th scope="col">Patient</th><th scope="col">How</th><th scope="col">Minutes, reason</th></tr></thead>
        <tbody>${group.rows.map((row) => line(row, group, filled, topics.size > 1))}</tbody>
      </table></div>
      ${open.length === 0 ? html`<p class="good">Everybody is recorded.</p>` : html`<div class="buttons"><button>Save: ${open.length === 1 ? 'present' : `all ${open.length} present`} but those marked otherwise</button></div>`}
    </form></section>`;
}

function line({ row, entry, recorded }: RosterRow, group: DaysGroup, filled: Filled, topic: boolean): Html {
  const { episode, patient } = row;
  const name = html`<th scope="row"><a href="/patients/${episode}">${patient}</a>${topic && entry.session !== null ? html`<br><small>${entry.session} ${entry.title ?? ''}</small>` : ''}</th>`;
  if (recorded !== null)
    return html`<tr>${name}<td colspan="2">${MARKS[markOf(recorded)].sign} ${MARKS[markOf(recorded)].words} <small>recorded; correct it in the history</small></td></tr>`;
  const id = `${group.id.replace(/\W/g, '')}-${episode}`;
  const value = (field: string, otherwise = '') => String(filled[`${field}-${episode}`] ?? otherwise);
  const chosen = value('status', 'attended');
  return html`<tr>${name}
    <td><div class="inline" role="radiogroup" aria-label="How ${patient} came">${ATTENDANCE_WORDS.map(([status, words]) => html`<label><input type="radio" name="status-${episode}" value="${status}" ${status === chosen ? 'checked' : ''}> ${words}</label>`)}</div></td>
    <td><span class="more"><label class="hide" for="min-${id}">Minutes of ${patient}</label><input class="minutes" id="min-${id}" name="minutes-${episode}" inputmode="numeric" value="${value('minutes')}" placeholder="min">
      <label class="hide" for="why-${id}">Reason of ${patient}</label><input id="why-${id}" name="reason-${episode}" value="${value('reason')}" placeholder="reason"></span></td></tr>`;
}
