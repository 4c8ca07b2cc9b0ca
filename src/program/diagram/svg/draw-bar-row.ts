import type { Drawing } from './draw-list.ts';
import { drawText } from './draw-text.ts';
import { element } from './svg-element.ts';
import { textWidth, wrapText } from './text-width.ts';

const BAR = 22;

/** A stretch of a bar with its words; the first word alone where there is no room. Faint ones are only outlined. */
export type BarPiece = {
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly faint: boolean;
};

/** A row of bars with its title and details on the left. */
export function drawBarRow(
  x: number,
  labelWidth: number,
  top: number,
  row: { title: string; details: string; colour: string; pieces: readonly BarPiece[] },
): Drawing {
  const title = wrapText(row.title, labelWidth - 12, 13, true);
  const details = wrapText(row.details, labelWidth - 12, 12);
  const svg = [
    ...title.map((line, i) => drawText(x, top + 15 + i * 16, line, { bold: true })),
    ...details.map((line, i) =>
      drawText(x, top + 15 + (title.length + i) * 16, line, { size: 12, fill: '#45525e' }),
    ),
    ...row.pieces.flatMap((piece) => drawPiece(piece, top + 2, row.colour)),
  ];
  return { svg, height: Math.max(BAR + 14, (title.length + details.length) * 16 + 14) };
}

function drawPiece({ left, right, text, faint }: BarPiece, y: number, colour: string): string[] {
  const width = right - left;
  const bar = element('rect', {
    x: left,
    y,
    width,
    height: BAR,
    rx: Math.min(4, width / 2),
    fill: faint ? '#ffffff' : colour,
    stroke: colour,
    'stroke-width': 1.5,
    'stroke-dasharray': faint ? '4 3' : undefined,
  });
  const short = text.split(' ')[0] ?? '';
  const fitting = [text, short].find((words) => words !== '' && textWidth(words, 12) <= width - 8);
  if (fitting === undefined) return [bar];
  const fill = faint ? colour : '#ffffff';
  return [bar, drawText((left + right) / 2, y + 15.5, fitting, { size: 12, fill, anchor: 'middle' })];
}
