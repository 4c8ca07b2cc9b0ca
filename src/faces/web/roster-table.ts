import { html } from 'hono/html';
import type { Filled } from './action-command.ts';
import type { Html } from './page.ts';
import { ATTENDANCE_WORDS } from './record-words.ts';

/** With more open lines than that a roster can be saved above it, too. */
const LONG = 8;

/** A line of a roster: who, what the meeting is for him, and what is recorded of him already. */
export type RosterTableLine = {
  readonly episode: string;
  readonly patient: string;
  /** His topic, or that he comes for a make-up. */
  readonly note: string | null;
  /** `fact` is the entry that a correction names. */
  readonly recorded: { readonly sign: string; readonly words: string; readonly fact: number | null } | null;
  /** Why he is not expected, such as a leave; null where he is. */
  readonly out: string | null;
};

/**
 * The lines of a roster in a form: those that are open first, everybody present unless marked otherwise; what is recorded stands
 * below in short, `open` or folded. `id` keeps the names of several rosters on one page apart; `guests` asks who came with whom.
 */
export function rosterTable(
  id: string,
  lines: readonly RosterTableLine[],
  filled: Filled,
  { guests = false, open: unfolded = false }: { readonly guests?: boolean; readonly open?: boolean } = {},
): Html {
  const open = lines.filter(({ recorded, out }) => recorded === null && out === null);
  const done = lines.filter(({ recorded }) => recorded !== null);
  const out = lines.filter((line) => line.recorded === null && line.out !== null);
  return html`${
    open.length === 0
      ? ''
      : html`<div class="scroll"><table class="roster stack">
    <thead><tr><th scope="col">Patient</th><th scope="col">How</th><th scope="col">Minutes, reason${guests ? ', guests' : ''}</th></tr></thead>
    <tbody>${open.map((line) => openLine(id, line, filled, guests))}</tbody></table></div>`
  }
  ${out.length === 0 ? '' : html`<p class="meta">Not expected: ${out.map((line) => html`<a href="/patients/${line.episode}">${line.patient}</a> (${line.out}) `)}</p>`}
  ${done.length === 0 ? '' : recordedLines(done, unfolded)}`;
}

/** A button above a long roster, so that nobody has to go to its end to save it. Nothing for a short one. */
export function saveAbove(open: number): Html {
  return open <= LONG ? html`` : html`<p class="buttons"><button class="quiet">Save the roster</button></p>`;
}

function recordedLines(lines: readonly RosterTableLine[], unfolded: boolean): Html {
  const counts = Map.groupBy(lines, ({ recorded }) => recorded?.words ?? '');
  const summary = [...counts].map(([words, list]) => `${list.length} ${words}`).join(', ');
  return html`<details class="recorded" ${unfolded ? 'open' : ''}><summary>Recorded: ${summary}</summary><ul class="recorded">${lines.map(
    ({ episode, patient, note, recorded }) => {
      const { sign = '', words = '', fact = null } = recorded ?? {};
      return html`<li><span class="mark" aria-hidden="true">${sign}</span><a href="/patients/${episode}">${patient}</a> ${words}${note === null ? '' : html` <small>${note}</small>`}${fact === null ? '' : html` <a href="/patients/${episode}/amend?fact=${fact}">correct<span class="hide"> ${patient}</span></a>`}</li>`;
    },
  )}</ul></details>`;
}

function openLine(
  id: string,
  { episode, patient, note }: RosterTableLine,
  filled: Filled,
  guests: boolean,
): Html {
  const own = `${id.replace(/\W/g, '')}-${episode}`;
  const value = (field: string, otherwise = '') => String(filled[`${field}-${episode}`] ?? otherwise);
  const chosen = value('status', 'attended');
  return html`<tr><th scope="row"><a href="/patients/${episode}">${patient}</a>${note === null ? '' : html`<br><small>${note}</small>`}</th>
    <td><div class="inline" role="radiogroup" aria-label="How ${patient} came">${ATTENDANCE_WORDS.map(([status, words]) => html`<label><input type="radio" name="status-${episode}" value="${status}" ${status === chosen ? 'checked' : ''}> ${words}</label>`)}</div></td>
    <td><span class="more"><label class="hide" for="min-${own}">Minutes of ${patient}</label><input class="minutes" id="min-${own}" name="minutes-${episode}" inputmode="numeric" value="${value('minutes')}" placeholder="min">
      <label class="hide" for="why-${own}">Reason of ${patient}</label><input id="why-${own}" name="reason-${episode}" value="${value('reason')}" placeholder="reason"></span>${
        guests
          ? html`<span class="guests"><label class="hide" for="guests-${own}">Guests of ${patient}</label><input class="minutes" id="guests-${own}" name="guests-${episode}" inputmode="numeric" value="${value('guests')}" placeholder="guests"></span>`
          : ''
      }</td></tr>`;
}
