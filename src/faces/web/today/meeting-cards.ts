import { html } from 'hono/html';
import type { Roster } from '../../../engine/groups/roster.ts';
import { meetingForm } from '../groups/meeting-form.ts';
import type { MeetingsOfDay } from '../groups/meetings-of-day.ts';
import type { Html } from '../page.ts';
import { saySentence } from '../say-sentence.ts';

type Other = { readonly episode: string; readonly patient: string };

/** A meeting of a group on the page of its day, with its roster to be filled in. */
export function meetingCard(roster: Roster, today: string, others: readonly Other[], guests: boolean): Html {
  const { meeting, lines, warnings } = roster;
  const { group, meeting: key, title, start, minutes, topic, topicTitle, place } = meeting;
  const walkIns = others.filter(({ episode }) => lines.every((line) => line.episode !== episode));
  return html`<section class="card" aria-label="${start} ${title}">
    <h2>${start} <a href="/groups/${group}">${title}</a> <span class="meta">${minutes} minutes${place === null ? '' : `, ${place}`}, ${lines.length} expected</span></h2>
    <p class="meta">Topic ${topic ?? ''} <b>${topicTitle ?? 'to be chosen'}</b><span class="screen"> · <a href="/groups/${group}/meetings/${key}">move, cancel<span class="hide"> ${title}</span></a> · <a href="/groups/${group}/meetings/${key}/sheet">sign-in sheet<span class="hide"> of ${title}</span></a></span></p>
    ${warnings.length === 0 ? '' : html`<p class="warn">${warnings.map(({ message }) => saySentence(message, today)).join('; ')}</p>`}
    ${meetingForm({ roster, today, filled: {}, problem: null, back: 'today', guests, others: walkIns })}</section>`;
}

/** A meeting in one line, on a day with many: how many are expected, whether it is recorded, and the way to its roster. */
export function foldedMeeting(
  { start, title, minutes }: { readonly start: string; readonly title: string; readonly minutes: number },
  {
    expected,
    open,
    cancelled,
  }: { readonly expected: number; readonly open: number; readonly cancelled: boolean },
  to: string,
): Html {
  const standing = cancelled
    ? html`<span class="meta">cancelled</span>`
    : open === 0
      ? html`<span class="good">recorded</span>`
      : html`<b class="warn">${open} not recorded</b>`;
  return html`<section class="card folded" aria-label="${start} ${title}"><h2>${start} <a href="${to}">${title}</a> <span class="meta">${minutes} minutes, ${expected} expected</span></h2> <p>${standing}</p></section>`;
}

/** A meeting of a group of somebody else at which own patients are expected. */
export function meetingOfOthers({ meeting, patients }: MeetingsOfDay['others'][number]): Html {
  return html`<section class="card" aria-label="${meeting.start} ${meeting.title}"><h2>${meeting.start} ${meeting.title} <span class="meta">led by ${meeting.leader}</span></h2>
    <p>${patients.map(({ episode, patient }) => html`<a href="/patients/${episode}">${patient}</a> `)}<small>${meeting.status === 'cancelled' ? 'cancelled' : 'on the roster of that group'}</small></p></section>`;
}
