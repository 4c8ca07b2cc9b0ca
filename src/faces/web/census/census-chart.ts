import { html } from 'hono/html';
import type { Census } from '../../../engine/census/census.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';

const WIDTH = 640;
const HEIGHT = 56;
const LEFT = 8;
const RIGHT = 60;

/**
 * The census over time: one strip for all patients and one for each group, on one scale, so that they are told apart by place and words and
 * not by colour; the numbers stand behind it as a table.
 */
export function censusChart(census: Census, say: (group: string) => string): Html {
  const { points, groups, from, to } = census;
  const most = Math.max(1, ...points.map(({ patients }) => patients));
  const strips = [
    { title: 'All patients', counts: points.map(({ patients }) => patients) },
    ...groups.map((group, index) => ({
      title: say(group),
      counts: points.map(({ counts }) => counts[index] ?? 0),
    })),
  ];
  return html`<div class="strips">${strips.map(({ title, counts }) => strip(title, counts, most, from, to))}</div>
    <p class="soft">From ${sayDate(from, to)} to ${sayDate(to)}; all strips have the same scale, up to ${most}.</p>
    <details><summary>The census as a table</summary><div class="scroll" role="region" aria-label="Census over time" tabindex="0"><table>
    <thead><tr><th scope="col">Day</th><th scope="col">All</th>${groups.map((group) => html`<th scope="col">${say(group)}</th>`)}<th scope="col">On leave</th><th scope="col">Admitted</th><th scope="col">Ended</th></tr></thead>
    <tbody>${[...points].reverse().map(({ on, patients, counts, onLeave, admitted, ended }) => html`<tr><th scope="row">${sayDate(on, to)}</th><td>${patients}</td>${counts.map((count) => html`<td>${count}</td>`)}<td>${onLeave}</td><td>${admitted}</td><td>${ended}</td></tr>`)}</tbody></table></div></details>`;
}

function strip(title: string, counts: readonly number[], most: number, from: string, to: string): Html {
  const x = (index: number) => LEFT + (index / Math.max(1, counts.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (count: number) => HEIGHT - 4 - (count / most) * (HEIGHT - 12);
  const line = counts.map((count, index) => `${x(index).toFixed(1)} ${y(count).toFixed(1)}`).join('L');
  const [first = 0, last = 0, highest = 0] = [counts[0], counts.at(-1), Math.max(0, ...counts)];
  return html`<figure><figcaption>${title}</figcaption><svg class="picture fit" role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}"><title>${title}</title><desc>${first} on ${from}, ${last} on ${to}, at most ${highest}. The table below has the numbers.</desc>
    <path class="band" d="M${x(0)} ${HEIGHT - 4}L${line}L${x(counts.length - 1)} ${HEIGHT - 4}Z"/><path class="curve" d="M${line}"/>
    <text x="${WIDTH - RIGHT + 8}" y="${Math.min(HEIGHT - 6, y(last) + 4)}">${last}</text></svg></figure>`;
}
