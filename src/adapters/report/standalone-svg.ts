import { escapeHtml } from './escape-html.ts';
import type { Picture } from './picture.ts';

/** Room above a drawing for its title, in pixels. */
const ABOVE = 34;

/**
 * A drawing as a file that stands alone: with its title above it, and a title and a description for those who cannot see it. Where it is too
 * narrow for its title it is made wider.
 */
export function standaloneSvg(drawing: string, { title, caption, alternative }: Picture): string {
  const [, width = 0, height = 0] = (/<svg[^>]* width="(\d+)" height="(\d+)"/.exec(drawing) ?? []).map(
    Number,
  );
  const wide = Math.max(width, Math.ceil(title.length * 8.5) + 24);
  const inside = drawing.replace('<svg ', `<svg y="${ABOVE}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${height + ABOVE}" viewBox="0 0 ${wide} ${height + ABOVE}" role="img" aria-labelledby="title desc">
<title id="title">${escapeHtml(title)}</title>
<desc id="desc">${escapeHtml(`${caption} ${alternative}`)}</desc>
<rect width="${wide}" height="${height + ABOVE}" fill="#ffffff"/>
<text x="12" y="22" font-family="Helvetica Neue, Helvetica, Arial, sans-serif" font-size="15" font-weight="bold" fill="#1d2733">${escapeHtml(title)}</text>
${inside}
</svg>
`;
}
