import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { OwedSession } from '../../../engine/groups/owed-sessions.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';

/** How many meetings are offered for each make-up. */
export const OFFERED = 3;
/** How many make-ups are shown before the others are folded away. */
const SHOWN = 5;

/** What a patient owes, each with the coming meetings of groups at which it can be made up, and a button that books one. */
export function makeUps(owed: readonly OwedSession[], episode: string, today: string): Html {
  if (owed.length === 0) return html``;
  const one = ({ track, session, title, missedOn, until, meetings }: OwedSession) => {
    const coming = meetings.filter(({ expected }) => expected)[0];
    const free = meetings
      .filter(({ expected, placesFree }) => !expected && placesFree !== 0)
      .slice(0, OFFERED);
    const sooner = free.filter((meeting) => coming === undefined || meeting.startsAt < coming.startsAt);
    return html`<li>${session} ${title ?? track}${missedOn === null ? '' : html` <small>missed ${sayDate(missedOn, today)}</small>`}${until === null ? '' : html` <small>to be made up by ${sayDate(until, today)}</small>`}
      ${coming === undefined ? '' : html`<br>expected on ${sayDate(coming.date, today)} ${coming.start}`}
      ${sooner.map(({ group, meeting, date, start, placesFree }) => html`<form method="post" action="/groups/${group}"><input type="hidden" name="do" value="book"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="meeting" value="${meeting}"><input type="hidden" name="episode" value="${episode}"><input type="hidden" name="back" value="/patients/${episode}"><button class="plain">book ${sayDate(date, today)} ${start}<span class="hide"> for session ${session}</span></button>${placesFree === null ? '' : html` <small>${placesFree} free</small>`}</form>`)}
      ${coming === undefined && sooner.length === 0 ? html`<br><small>no coming meeting has it</small>` : ''}</li>`;
  };
  const open = owed.filter(({ until }) => until === null || until >= today);
  const late = owed.length - open.length;
  return html`<h2>Owed</h2>${open.length === 0 ? '' : html`<ul class="work">${open.slice(0, SHOWN).map(one)}</ul>`}
    ${open.length > SHOWN ? html`<details><summary>${open.length - SHOWN} more</summary><ul class="work">${open.slice(SHOWN).map(one)}</ul></details>` : ''}
    ${late === 0 ? '' : html`<p class="soft">${late} missed ${late === 1 ? 'session' : 'sessions'} can no longer be made up in time.</p>`}`;
}
