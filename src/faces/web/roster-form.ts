import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Filled } from './action-command.ts';
import type { DaysGroup, RosterRow } from './days-groups.ts';
import { fieldProblems } from './field-problems.ts';
import { MARKS, markOf } from './marks.ts';
import type { Html } from './page.ts';
import { rosterTable, saveAbove } from './roster-table.ts';

/** A roster: everybody is present unless marked otherwise, and one button saves it whole. */
export function rosterForm(group: DaysGroup, day: string, filled: Filled, problem: HttpProblem | null): Html {
  const open = group.rows.filter(({ recorded }) => recorded === null);
  const topics = new Set(
    group.rows.map(({ entry }) => `${entry.session ?? ''} ${entry.title ?? ''}`.trim()).filter(Boolean),
  );
  const lines = group.rows.map(({ row, entry, recorded, fact }: RosterRow) => ({
    episode: row.episode,
    patient: row.patient,
    note: topics.size > 1 && entry.session !== null ? `${entry.session} ${entry.title ?? ''}`.trim() : null,
    recorded: recorded === null ? null : { ...MARKS[markOf(recorded)], fact },
    out: null,
  }));
  return html`<section class="card" aria-label="${group.start} ${group.title}">
    <h2>${group.start} ${group.title} <span class="meta">${group.minutes} minutes, ${group.rows.length} expected</span></h2>
    ${topics.size === 1 ? html`<p class="meta">Topic ${[...topics][0]}</p>` : ''}
    ${fieldProblems(problem)}
    <form method="post" action="/today">
      <input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="day" value="${day}"><input type="hidden" name="group" value="${group.id}">
      ${saveAbove(open.length)}
      ${rosterTable(group.id, lines, filled)}
      ${open.length === 0 ? html`<p class="good">Everybody is recorded.</p>` : html`<div class="buttons"><button>Save: ${open.length === 1 ? 'present' : `all ${open.length} present`} but those marked otherwise</button></div>`}
    </form></section>`;
}
