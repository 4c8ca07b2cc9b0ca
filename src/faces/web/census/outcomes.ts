import { html } from 'hono/html';
import type { Census } from '../../../engine/census/census.ts';
import type { Html } from '../page.ts';
import { plainWords } from '../plain-words.ts';
import { DISCHARGE_WORDS } from '../record-words.ts';
import { sayDate } from '../say-date.ts';
import { sayLevel } from '../say-level.ts';

/** What became of the patients of a census: how many completed, why others left, and the days that were spent at each level of care. */
export function outcomes({ ends, levels, completed, admitted, from, to }: Census): Html {
  const ended = ends.reduce((sum, { patients }) => sum + patients, 0);
  const share = ended === 0 ? '' : ` (${Math.round((completed / ended) * 100)} %)`;
  return html`<h2>What became of them</h2>
    <p>From ${sayDate(from, to)} to ${sayDate(to)}: ${admitted} admitted, ${ended} ended, of whom ${completed} completed${share}.</p>
    ${
      ends.length === 0
        ? ''
        : bars(
            'Ends',
            ['Why', 'Patients'],
            ends.map(({ reason, patients }) => [sayReason(reason), patients]),
          )
    }
    <h2>Days at each level</h2>
    ${
      levels.length === 0
        ? html`<p>None.</p>`
        : bars(
            'Days at each level',
            ['Level of care', 'Days', 'Patients', 'Days for each'],
            levels.map(({ level, days, patients }) => [
              sayLevel(level),
              days,
              patients,
              Math.round(days / Math.max(1, patients)),
            ]),
          )
    }`;
}

function sayReason(reason: string): string {
  if (reason === 'graduated') return 'Completed the program';
  const words = DISCHARGE_WORDS.find(([id]) => id === reason)?.[1];
  return plainWords(words ?? reason);
}

function bars(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly [string, number, ...number[]])[],
): Html {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}<th scope="col"><span class="hide">Bar</span></th></tr></thead>
    <tbody>${rows.map(([title, count, ...more]) => html`<tr><th scope="row">${title}</th><td>${count}</td>${more.map((number) => html`<td>${number}</td>`)}<td><svg class="picture" width="160" height="12" aria-hidden="true"><rect class="bar" width="${(count / most) * 160}" height="12"/></svg></td></tr>`)}</tbody></table></div>`;
}
