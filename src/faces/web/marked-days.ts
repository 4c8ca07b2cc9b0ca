import { html } from 'hono/html';
import { addDays, type CalendarDate, toDayNumber } from '../../curriculum/calendar-date.ts';
import type { EpisodeExport } from '../../engine/export-episode.ts';
import { standingFacts } from '../../program/standing-facts.ts';
import type { Html } from './page.ts';
import { sayDate } from './say-date.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SIGNS: Readonly<Record<string, string>> = {
  negative: '−',
  positive: '+',
  missed: '!',
  invalid: '?',
  use: '●',
};

/**
 * The calendar of marked days: each abstinent day has a dot, each drug test its result, each reported use a mark. The days since the last
 * use or positive test are abstinent up to the last one on which the patient was seen or reached, as the engine counts them. The last three months, the latest first on small screens.
 */
export function markedDays({ status, history }: EpisodeExport): Html {
  const facts = standingFacts([...history].sort((a, b) => a.version - b.version)).map(({ fact }) => fact);
  const marks = new Map<CalendarDate, string>();
  for (const fact of facts) {
    if (fact.type === 'DrugTestRecorded') marks.set(fact.on, fact.result);
    if (fact.type === 'UseReported') marks.set(fact.on, 'use');
  }
  const { daysAbstinent, abstinentUntil } = status.drugTests;
  const abstinent =
    daysAbstinent === null || abstinentUntil === null
      ? null
      : { since: addDays(abstinentUntil, -daysAbstinent), until: abstinentUntil };
  const months = [2, 1, 0].map((back) => monthBefore(status.asOf, back));
  return html`<p>${abstinent === null ? 'Days of abstinence are not known.' : `${daysAbstinent} days abstinent, since ${sayDate(abstinent.since, status.asOf)}${abstinent.until === status.asOf ? '' : `, known up to ${sayDate(abstinent.until, status.asOf)}`}.`}</p>
    <div class="months">${months.map((month) => monthTable(month, marks, abstinent, status.asOf))}</div>
    <ul class="key"><li>· abstinent day</li><li>− negative test</li><li>+ positive test</li><li>! missed test</li><li>● use reported</li></ul>`;
}

function monthBefore(day: CalendarDate, back: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function monthTable(
  month: string,
  marks: ReadonlyMap<CalendarDate, string>,
  known: { readonly since: CalendarDate; readonly until: CalendarDate } | null,
  today: CalendarDate,
): Html {
  const first = `${month}-01`;
  const start = addDays(first, -((toDayNumber(first) + 3) % 7));
  const weeks = [0, 1, 2, 3, 4, 5].map((week) =>
    [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(start, week * 7 + day)),
  );
  const cell = (day: CalendarDate) => {
    if (day.slice(0, 7) !== month) return html`<td></td>`;
    const mark = marks.get(day);
    const abstinent =
      known !== null && day >= known.since && day <= known.until && mark !== 'use' && mark !== 'positive';
    const kind = mark === 'positive' || mark === 'use' ? 'positive' : abstinent ? 'abstinent' : '';
    const words = [
      abstinent ? 'abstinent' : '',
      mark === undefined ? '' : mark === 'use' ? 'use reported' : `test ${mark}`,
    ];
    const sign = mark === undefined ? (abstinent ? '·' : '') : (SIGNS[mark] ?? '?');
    return html`<td class="${kind} ${day === today ? 'today' : ''}" title="${words.filter(Boolean).join(', ')}">${Number(day.slice(8))}<b>${sign}</b></td>`;
  };
  return html`<table class="month"><caption>${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}</caption>
    <thead><tr>${['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
    <tbody>${weeks.filter((week) => week.some((day) => day.slice(0, 7) === month)).map((week) => html`<tr>${week.map(cell)}</tr>`)}</tbody></table>`;
}
