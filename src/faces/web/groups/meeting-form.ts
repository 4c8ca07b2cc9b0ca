import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Roster, RosterLine } from '../../../engine/groups/roster.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import type { Filled } from '../action-command.ts';
import { fieldProblems } from '../field-problems.ts';
import type { Html } from '../page.ts';
import { rosterTable, saveAbove } from '../roster-table.ts';
import { STATUS_MARKS } from './status-marks.ts';

/** What the form of a meeting shows, beside its roster. */
export type MeetingFormState = {
  readonly roster: Roster;
  readonly today: string;
  readonly filled: Filled;
  readonly problem: HttpProblem | null;
  /** Where to go after it was saved: the day, or the meeting itself. */
  readonly back: 'today' | 'meeting';
  /** Whether each line asks for guests, as in a family group. */
  readonly guests: boolean;
  /** Who may have walked in: patients within reach who are not on the roster. */
  readonly others: readonly { readonly episode: string; readonly patient: string }[];
};

/** The roster of a group's meeting as a form: everybody is present unless marked otherwise, and one button saves it whole. */
export function meetingForm({
  roster,
  today,
  filled,
  problem,
  back,
  guests,
  others,
}: MeetingFormState): Html {
  const { meeting, lines } = roster;
  const { group, meeting: key, status, date } = meeting;
  const away = ['on-leave', 'discharged', 'graduated', 'referred'];
  const shown = [...lines].sort(byPatient).map(({ episode, patient, as, recorded, lifecycle, credit }) => ({
    episode,
    patient: patient ?? episode,
    note:
      [
        as === 'member' ? '' : as,
        credit !== null && credit.session !== meeting.topic ? `session ${credit.session} for him` : '',
        credit === null ? 'no credit in his program' : '',
        recorded !== null && recorded.guests > 0 ? `with ${recorded.guests} guests` : '',
      ]
        .filter(Boolean)
        .join(', ') || null,
    recorded: recorded === null ? null : { ...STATUS_MARKS[recorded.status], fact: recorded.fact },
    out: lifecycle === null ? 'record erased' : away.includes(lifecycle) ? lifecycle.replace('-', ' ') : null,
  }));
  const open = shown.filter(({ recorded, out }) => recorded === null && out === null).length;
  if (status === 'cancelled')
    return html`<p class="notice">Cancelled: ${meeting.reason ?? 'without a reason'}.</p>`;
  if (date > today) return html`<p class="meta">${lines.length} expected.</p>${rosterNames(shown)}`;
  return html`${fieldProblems(problem)}
    <form method="post" action="/groups/${group}/meetings/${key}">
      <input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="back" value="${back}">
      ${saveAbove(open)}
      ${rosterTable(`${group}${key}`, shown, filled, { guests, open: back === 'meeting' })}
      ${roster.guests > 0 ? html`<p class="meta">${roster.guests} guests who belong to nobody on the roster.</p>` : ''}
      <details ${filled['walkIn'] === undefined && filled['guests'] === undefined ? '' : 'open'}><summary>Walked in, guests${status === 'held' ? '' : ', another topic'}</summary><div class="filters">
        ${others.length === 0 ? '' : html`<div><label for="walk-${group}">Walked in${roster.warnings.some(({ code }) => code === 'last-place' || code === 'over-capacity') ? ' (no place is free)' : ''}</label><select id="walk-${group}" name="walkIn"><option value="">nobody</option>${others.map(({ episode, patient }) => html`<option value="${episode}" ${filled['walkIn'] === episode ? 'selected' : ''}>${patient}</option>`)}</select></div>`}
        <div><label for="guests-${group}">Guests of nobody here</label><input id="guests-${group}" name="guests" inputmode="numeric" value="${String(filled['guests'] ?? '')}"></div>
        ${status === 'held' ? '' : html`<div><label for="topic-${group}">Topic held</label><input id="topic-${group}" name="topic" inputmode="numeric" value="${String(filled['topic'] ?? '')}" placeholder="${meeting.topic ?? ''}"></div>`}
      </div></details>
      ${open === 0 && status === 'held' ? html`<p class="good">Everybody is recorded.</p>` : ''}
      <div class="buttons"><button class="${open === 0 ? 'quiet' : ''}">${open === 0 ? 'Add to the roster' : html`Save: ${open === 1 ? 'present' : `all ${open} present`} but those marked otherwise`}</button></div>
    </form>`;
}

function rosterNames(
  lines: readonly { episode: string; patient: string; note: string | null; out: string | null }[],
): Html {
  if (lines.length === 0) return html`<p>Nobody is in the group yet.</p>`;
  return html`<ul class="names">${lines.map(({ episode, patient, note, out }) => html`<li><a href="/patients/${episode}">${patient}</a>${note === null ? '' : html` <small>${note}</small>`}${out === null ? '' : html` <small>${out}</small>`}</li>`)}</ul>`;
}

function byPatient(a: RosterLine, b: RosterLine): number {
  return (a.patient ?? a.episode) < (b.patient ?? b.episode) ? -1 : 1;
}
