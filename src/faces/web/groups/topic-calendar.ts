import { html } from 'hono/html';
import type { HeldMeeting } from '../../../engine/groups/group-state.ts';
import type { Meeting } from '../../../engine/groups/meetings-of.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';

const THERE = ['attended', 'late', 'left-early'];

/**
 * The calendar of a group's topics: what is to come or waits for its record, then what was held, folded away, with who came; with the way to
 * each roster and sign-in sheet.
 */
export function topicCalendar(
  meetings: readonly Meeting[],
  held: ReadonlyMap<string, HeldMeeting>,
  today: string,
): Html {
  const coming = meetings.filter(
    ({ date, status }) => date >= today || (status !== 'held' && status !== 'cancelled'),
  );
  const before = meetings.filter((meeting) => !coming.includes(meeting)).reverse();
  return html`${table(coming, 'Calendar of topics', held, today)}
    ${before.length === 0 ? '' : html`<details><summary>${before.length} meetings before</summary>${table(before, 'Meetings before', held, today)}</details>`}`;
}

function table(
  meetings: readonly Meeting[],
  label: string,
  held: ReadonlyMap<string, HeldMeeting>,
  today: string,
): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
    <thead><tr><th scope="col">Day</th><th scope="col">Topic</th><th scope="col">Standing</th><th scope="col">Came</th><th scope="col"><span class="hide">Further</span></th></tr></thead>
    <tbody>${meetings.map((meeting) => row(meeting, held.get(meeting.meeting), today))}</tbody></table></div>`;
}

function row(meeting: Meeting, held: HeldMeeting | undefined, today: string): Html {
  const { date, start, topic, topicTitle, status, reason, group, meeting: key, place } = meeting;
  const day = `${sayDate(date, today)} ${start}`;
  const moved = status === 'moved' ? html` <small>${start}</small>` : '';
  const open = date <= today && status !== 'held' && status !== 'cancelled';
  const came = held?.rows.filter((entry) => THERE.includes(entry.status)).length ?? 0;
  const guests = (held?.guests ?? 0) + (held?.rows.reduce((sum, entry) => sum + (entry.guests ?? 0), 0) ?? 0);
  return html`<tr class="${date === today ? 'this-day' : ''}"><th scope="row"><a class="nowrap" href="/groups/${group}/meetings/${key}">${sayDate(date, today)}</a>${moved}</th>
    <td class="${status === 'cancelled' ? 'void' : ''}">${topic ?? '–'} ${topicTitle ?? 'to be chosen'}</td>
    <td>${open ? html`<b class="warn">not recorded</b>` : status}${reason === null ? '' : html`<br><small>${reason}${status === 'moved' ? `, ${place ?? ''}` : ''}</small>`}</td>
    <td class="nowrap">${held === undefined ? '' : `${came} of ${held.rows.length}${guests > 0 ? `, ${guests} guests` : ''}`}</td>
    <td>${status === 'held' || status === 'cancelled' ? '' : html`<a class="screen" href="/groups/${group}/meetings/${key}/sheet">Sheet<span class="hide"> of ${day}</span></a>`}</td></tr>`;
}
