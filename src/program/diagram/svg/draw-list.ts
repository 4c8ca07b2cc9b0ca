import { drawText } from './draw-text.ts';
import { wrapText } from './text-width.ts';

const SIZE = 12;
const LINE = 16;
const INDENT = 12;

/** A drawn part of a picture and the height it takes. */
export type Drawing = { readonly svg: string[]; readonly height: number };

/** A line of a list: a heading, or an item with a mark, a bullet unless given. */
export type ListItem = { readonly text: string; readonly heading?: boolean; readonly mark?: string };

/** Items with a mark each, or headings without, wrapped to a width from `y` downwards. */
export function drawList(x: number, y: number, width: number, items: readonly ListItem[]): Drawing {
  const svg: string[] = [];
  let baseline = y;
  for (const { text, heading, mark } of items) {
    const indent = heading ? 0 : mark ? INDENT + 4 : INDENT;
    const lines = wrapText(text, width - indent, SIZE, heading);
    lines.forEach((line, i) => {
      baseline += LINE;
      if (i === 0 && !heading) svg.push(drawText(x, baseline, mark ?? '•', { size: SIZE, fill: '#52606d' }));
      svg.push(drawText(x + indent, baseline, line, { size: SIZE, bold: heading ?? false }));
    });
  }
  return { svg, height: baseline - y };
}
