import { ARROW_HEADS } from './draw-arrow.ts';
import { element, escapeXml } from './svg-element.ts';

const FONT = "'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif";

/** One self-contained SVG of drawn parts, with a title and a description for those who cannot see it. Pure. */
export function picture(
  title: string,
  description: string,
  wide: number,
  high: number,
  parts: readonly string[],
): string {
  const [width, height] = [Math.ceil(wide), Math.ceil(high)];
  const content = [
    element('title', { id: 'title' }, escapeXml(title)),
    element('desc', { id: 'desc' }, escapeXml(description)),
    ARROW_HEADS,
    element('rect', { width, height, fill: '#ffffff' }),
    ...parts,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'title desc',
      'font-family': FONT,
    },
    `\n${content.join('\n')}\n`,
  )}\n`;
}
