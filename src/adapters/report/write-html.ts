import { escapeHtml } from './escape-html.ts';
import type { PictureTable } from './picture.ts';
import type { Report, ReportPart } from './report-part.ts';

const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 "Helvetica Neue", Helvetica, Arial, sans-serif; color: #1d2733; background: #fff; margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid #d5dbe1; padding-bottom: .25rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .25rem; }
.subtitle { color: #4a5866; margin: 0 0 1rem; }
.warning { border-left: .35rem solid #d55e00; background: #fdf3ec; padding: .6rem .9rem; }
figure { margin: 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; }
figcaption { color: #4a5866; font-size: .92rem; max-width: 44rem; }
.finding { margin: .25rem 0 .5rem; max-width: 44rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .88rem; margin: .5rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .7rem; text-align: right; border-bottom: 1px solid #e4e8ec; white-space: nowrap; }
th { background: #f4f6f8; }
th:first-child, td:first-child { text-align: left; }
td.words { white-space: normal; text-align: left; max-width: 34rem; }
summary { cursor: pointer; color: #0b5394; font-size: .92rem; margin-top: .4rem; }
@media print { details > * { display: block; } }
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
      return `<h3>${escapeHtml(part.title)}</h3>\n${tableOf(part.table)}`;
    case 'picture': {
      const { name, title, caption, alternative, table } = part.picture;
      const drawing = svg.get(name);
      if (drawing === undefined) throw new Error(`the picture ${name} was not drawn`);
      const id = `picture-${name}`;
      return `<h3 id="${id}">${escapeHtml(title)}</h3>
<figure role="group" aria-labelledby="${id}">
<div role="img" aria-label="${escapeHtml(`${title}. ${alternative}`)}">${drawing}</div>
<figcaption>${escapeHtml(caption)}</figcaption>
</figure>
<p class="finding">${escapeHtml(alternative)}</p>
<details><summary>The numbers</summary>
${tableOf(table)}
</details>`;
    }
  }
}

function tableOf({ headings, rows }: PictureTable): string {
  const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return `<div class="wide"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`;
}

/** Longer texts than this are words to read, not figures to line up. */
const SHORT = 48;

function cell(value: string | number | null): string {
  const text = value === null ? '–' : typeof value === 'number' ? value.toLocaleString('en-US') : value;
  return text.length > SHORT ? `<td class="words">${escapeHtml(text)}</td>` : `<td>${escapeHtml(text)}</td>`;
}
