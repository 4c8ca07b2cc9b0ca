import { DARK_COLOURS } from './dark-colours.ts';
import { escapeHtml } from './escape-html.ts';
import type { PictureTable } from './picture.ts';
import type { Report, ReportPart } from './report-part.ts';

const DARK = Object.entries(DARK_COLOURS)
  .filter(([light, dark]) => light !== dark)
  .map(
    ([light, dark]) =>
      `.drawing [fill="${light}"] { fill: ${dark}; } .drawing [stroke="${light}"] { stroke: ${dark}; }`,
  )
  .join('\n');

/** Dark where the reader's screen is, and light on paper. On a narrow screen pictures keep a size at which they can be read, and are moved sideways. */
const STYLE = `
:root { color-scheme: light; --ink: #1d2733; --soft: #4a5866; --ground: #fff; --line: #d5dbe1; --head: #f4f6f8; --link: #0b5394; --warn: #fdf3ec; }
body { font: 16px/1.5 "Helvetica Neue", Helvetica, Arial, sans-serif; color: var(--ink); background: var(--ground); margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .25rem; }
.subtitle { color: var(--soft); margin: 0 0 1rem; }
.warning { border-left: .35rem solid #d55e00; background: var(--warn); padding: .6rem .9rem; }
figure { margin: 0; }
.drawing { overflow-x: auto; }
.drawing svg { max-width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: .92rem; max-width: 44rem; }
.finding { margin: .25rem 0 .5rem; max-width: 44rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .88rem; margin: .5rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .7rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { background: var(--head); vertical-align: bottom; white-space: normal; }
th:first-child, td:first-child, .words { text-align: left; }
td.words { white-space: normal; max-width: 34rem; }
summary { cursor: pointer; color: var(--link); font-size: .92rem; margin-top: .4rem; }
@media (max-width: 40rem) {
  .drawing svg { min-width: 34rem; }
  th, td { white-space: normal; padding: .25rem .4rem; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ink: #e4e8ec; --soft: #aab2ba; --ground: #14181d; --line: #343c45; --head: #1e242b; --link: #7db8f0; --warn: #2b2018; }
${DARK}
}
@media print {
  details::details-content { content-visibility: visible; display: block; }
  h3, figure { break-after: avoid; }
  .drawing, tr { break-inside: avoid; }
  td { white-space: normal; }
}
`;

/**
 * Writes a report as one HTML file that needs nothing from outside: no scripts, no fonts, no pictures by address. Each
 * picture has its finding in words and its numbers in a table. `svg` gives the drawing of a picture by its name.
 */
export function writeHtml(report: Report, svg: ReadonlyMap<string, string>): string {
  const title = escapeHtml(report.title);
  const body = report.parts.map((part) => written(part, svg)).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p class="subtitle">${escapeHtml(report.subtitle)}</p>
${body}
</body>
</html>
`;
}

function written(part: ReportPart, svg: ReadonlyMap<string, string>): string {
  switch (part.kind) {
    case 'heading':
      return `<h2>${escapeHtml(part.text)}</h2>`;
    case 'text':
      return `<p>${escapeHtml(part.text)}</p>`;
    case 'warning':
      return `<p class="warning">${escapeHtml(part.text)}</p>`;
    case 'table':
      return `<h3>${escapeHtml(part.title)}</h3>\n${tableOf(part.title, part.table)}`;
    case 'picture': {
      const { name, title, caption, alternative, table } = part.picture;
      const drawing = svg.get(name);
      if (drawing === undefined) throw new Error(`the picture ${name} was not drawn`);
      const id = `picture-${name}`;
      return `<h3 id="${id}">${escapeHtml(title)}</h3>
<figure role="group" aria-labelledby="${id}">
<div class="drawing" role="img" tabindex="0" aria-label="${escapeHtml(`${title}. ${alternative}`)}">${drawing}</div>
<figcaption>${escapeHtml(caption)}</figcaption>
</figure>
<p class="finding">${escapeHtml(alternative)}</p>
<details><summary>The numbers</summary>
${tableOf(`${title}: the numbers`, table)}
</details>`;
    }
  }
}

/** A table that can be moved sideways where it is too wide, also with the keyboard. Columns of words begin on the left, figures end on the right. */
function tableOf(name: string, { headings, rows }: PictureTable): string {
  const words = headings.map((_, column) =>
    rows.some((row) => /^\p{Letter}/u.test(String(row[column] ?? ''))),
  );
  const kind = (column: number) => (words[column] ? ' class="words"' : '');
  const head = headings
    .map((heading, column) => `<th scope="col"${kind(column)}>${escapeHtml(heading)}</th>`)
    .join('');
  const body = rows
    .map(
      (row) => `<tr>${row.map((value, column) => `<td${kind(column)}>${shown(value)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  const label = escapeHtml(name);
  return `<div class="wide" role="region" tabindex="0" aria-label="${label}"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`;
}

function shown(value: string | number | null): string {
  const text = value === null ? '–' : typeof value === 'number' ? value.toLocaleString('en-US') : value;
  return escapeHtml(text);
}
