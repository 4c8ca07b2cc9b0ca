import { html } from 'hono/html';
import type { DueRow } from '../../../engine/due-row.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';
import { sayDue } from '../say-due.ts';
import { settledBy } from '../settled-by.ts';

/** How many patients of one kind of work are shown before the others are folded away. */
const SHOWN = 6;

/**
 * Work that waits, told once for all patients who need the same, the longest waiting first; each patient with since when, and the way to the
 * form that settles it where there is one.
 */
export function workList(due: readonly DueRow[], names: ReadonlyMap<string, string>, today: string): Html {
  if (due.length === 0) return html`<p>Nothing.</p>`;
  const kinds = [...Map.groupBy(due, ({ title }) => sayDue(title))];
  return html`${kinds.map(([title, rows]) => {
    const line = (row: DueRow) => one(row, names.get(row.episode) ?? row.episode, title, today);
    const rest = rows.slice(SHOWN);
    return html`<section class="work"><h3>${title}${rows.length === 1 ? '' : html` <span class="meta">${rows.length}</span>`}</h3>
      <ul class="plain">${rows.slice(0, SHOWN).map(line)}</ul>
      ${rest.length === 0 ? '' : html`<details><summary>and ${rest.length} more<span class="hide">: ${title}</span></summary><ul class="plain">${rest.map(line)}</ul></details>`}</section>`;
  })}`;
}

function one({ episode, dueOn, kind, item }: DueRow, patient: string, title: string, today: string): Html {
  const late = dueOn < today;
  const settled = settledBy({ kind, item });
  return html`<li><a href="/patients/${episode}">${patient}</a> <small class="${late ? 'bad' : ''}">${late ? 'since' : 'due'} ${sayDate(dueOn, today)}</small>${settled === null ? '' : html` <a class="screen" href="/patients/${episode}/${settled.to}">${settled.words}<span class="hide">: ${title}, ${patient}</span></a>`}</li>`;
}
