import { html } from 'hono/html';
import { daysBetween } from '../../../curriculum/calendar-date.ts';
import type { GroupStatus } from '../../../engine/groups/engine-groups.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';
import { saySentence } from '../say-sentence.ts';
import { sayRule } from './say-rule.ts';

/** A group in three lines: when and where it meets, who leads it, how full it is, and its rules of size as they are broken. */
export function groupHead(
  { id, group, members, waiting, placesFree, warnings, endsOn }: GroupStatus,
  today: string,
): Html {
  const { times, place, site, leader, coLeader, capacity, admission, coLeaderAbstinentWeeks } = group;
  const weeks =
    coLeader?.abstinentSince === undefined
      ? null
      : Math.floor(daysBetween(coLeader.abstinentSince, today) / 7);
  const full =
    capacity === undefined
      ? `${members.length} patients`
      : `${members.length} of ${capacity} places taken, ${placesFree} free`;
  return html`<h1>${group.title}</h1>
    <p>${times.map(({ rule, start, minutes }) => `${saySentence(sayRule(rule), today)} at ${start}, ${minutes} minutes`).join('; ')}${place === undefined ? '' : `, ${place}`}, site ${site}</p>
    <p class="meta">Led by ${leader}${coLeader === undefined ? '' : ` with ${coLeader.name}${weeks === null ? '' : ` (${weeks} weeks abstinent${coLeaderAbstinentWeeks === undefined ? '' : `, ${coLeaderAbstinentWeeks} asked`})`}`} · ${admission ?? 'open'} group · ${full}${waiting.length === 0 ? '' : ` · ${waiting.length} waiting`}${endsOn === null ? '' : ` · ends on ${sayDate(endsOn, today)}`} · <a href="/calendar-links?group=${id}">calendar link</a></p>
    ${warnings.length === 0 ? '' : html`<ul class="notice">${warnings.map(({ message }) => html`<li>${saySentence(message, today)}</li>`)}</ul>`}`;
}
