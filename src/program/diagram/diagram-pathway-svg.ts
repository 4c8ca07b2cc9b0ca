import type { Course } from '../course.ts';
import { type MoveArrow, moveArrows } from './pathway/move-arrows.ts';
import { longestStay, moveHeading, moveLines } from './pathway/move-words.ts';
import { stagesByLevel } from './pathway/stages-by-level.ts';
import { drawArrow } from './svg/draw-arrow.ts';
import { BOXES, drawBox } from './svg/draw-box.ts';
import { drawList, type ListItem } from './svg/draw-list.ts';
import { drawText } from './svg/draw-text.ts';
import { picture } from './svg/picture.ts';
import { element } from './svg/svg-element.ts';
import { textWidth, wrapText } from './svg/text-width.ts';

const MARGIN = 24;
const LEVELS = 170;
const LANE = 18;
const BOX = 270;
const LIST = 480;
const TOP = 104;
const GREY = '#45525e';

type Row = { readonly stage: Course['stages'][number]; readonly top: number; readonly height: number };

/**
 * Draws a pathway as one self-contained SVG: a row for each stage, from the highest level of care down, with its curriculum; step-downs
 * as arrows at the left, all other moves at the right, each with a number under which its criteria stand in words. Pure.
 */
export function diagramPathwaySvg(course: Course): string {
  const order = stagesByLevel(course);
  const arrows = moveArrows(course, order);
  const lanes = (side: MoveArrow['side']) =>
    Math.max(0, ...arrows.filter((arrow) => arrow.side === side).map(({ lane }) => lane + 1)) * LANE + 26;
  const left = MARGIN + LEVELS + lanes('left');
  const right = left + BOX;
  const list = right + lanes('right');
  const rows: Row[] = [];
  const parts: string[] = [];
  let y = TOP;
  for (const [index, place] of order.entries()) {
    const stage = course.stages[place]!;
    const own = arrows.filter(({ from }) => from === index);
    const words = drawList(list, y + 2, LIST, items(stage, own));
    const box = drawStage(stage, left, y + 6, place === 0);
    const height = Math.max(box.height, words.height, 20 + 20 * ports(arrows, index)) + 12;
    rows.push({ stage, top: y + 6, height: height - 12 });
    parts.push(...box.svg(height - 12), ...words.svg);
    y += height + 18;
  }
  const width = Math.max(list + LIST, MARGIN + textWidth(course.title, 20, true)) + MARGIN;
  const body = [
    drawText(MARGIN, 40, course.title, { size: 20, bold: true }),
    drawText(MARGIN, 62, `${course.id} ${course.version}`, { fill: GREY }),
    ...legend(MARGIN, 84),
    ...bands(rows, width),
    ...parts,
    ...arrows.map((arrow) => drawMove(arrow, arrows, rows, left, right)),
    ...numbers(arrows, rows, left, right),
  ];
  return picture(course.title, describe(course, order), width, y + MARGIN - 18, body);
}

function items({ plan }: Row['stage'], arrows: readonly MoveArrow[]): ListItem[] {
  const ends = plan.phases.some(({ final }) => final !== null);
  return [
    ...arrows.flatMap(({ move, number }) => [
      { text: `${number}  ${moveHeading(move)}`, heading: true },
      ...moveLines(plan, move).map((text) => ({ text })),
    ]),
    ...(ends ? [{ text: `The episode ends with ${plan.curriculum.title}`, heading: true }] : []),
  ];
}

function drawStage(
  { title, plan }: Row['stage'],
  x: number,
  y: number,
  first: boolean,
): { height: number; svg: (height: number) => string[] } {
  const { curriculum, stage } = plan;
  const small = [
    ...wrapText(curriculum.title, BOX - 24, 12),
    `${curriculum.id} ${curriculum.version}`,
    ...(first ? ['admission, unless another one is named'] : []),
    ...(stage?.entry === false ? ['nobody is admitted here'] : []),
    ...[longestStay(plan) ?? []].flat(),
  ];
  const titles = wrapText(title, BOX - 24, 14, true);
  const height = 20 + titles.length * 18 + small.length * 16;
  const lines = [
    ...titles.map((text, i) => drawText(x + 12, y + 22 + i * 18, text, { size: 14, bold: true })),
    ...small.map((text, i) =>
      drawText(x + 12, y + 22 + titles.length * 18 + i * 16, text, { size: 12, fill: GREY }),
    ),
  ];
  return { height, svg: (all) => [drawBox(x, y, BOX, all, BOXES.phase), ...lines] };
}

/** How many arrows begin or end at the fuller side of a row. */
function ports(arrows: readonly MoveArrow[], row: number): number {
  const at = (side: MoveArrow['side']) =>
    arrows.filter((arrow) => arrow.side === side && (arrow.from === row || arrow.to === row)).length;
  return Math.max(at('left'), at('right'));
}

/** Where an arrow touches the side of a row: those that lead up at the top, so that no two cross near the box. */
function portY(arrows: readonly MoveArrow[], rows: readonly Row[], arrow: MoveArrow, row: number): number {
  const other = (one: MoveArrow) => (one.from === row ? one.to : one.from);
  const here = arrows
    .filter((one) => one.side === arrow.side && (one.from === row || one.to === row))
    .sort((a, b) => {
      const [up, down] = [other(a) < row, other(b) < row];
      if (up !== down) return up ? -1 : 1;
      return up ? a.lane - b.lane : b.lane - a.lane;
    });
  const { top, height } = rows[row]!;
  return top + (height * (here.indexOf(arrow) + 1)) / (here.length + 1);
}

function drawMove(
  arrow: MoveArrow,
  arrows: readonly MoveArrow[],
  rows: readonly Row[],
  left: number,
  right: number,
): string {
  const edge = arrow.side === 'left' ? left : right;
  const lane = edge + (arrow.side === 'left' ? -1 : 1) * (26 + arrow.lane * LANE);
  const [from, to] = [portY(arrows, rows, arrow, arrow.from), portY(arrows, rows, arrow, arrow.to)];
  const points = [
    [edge, from],
    [lane, from],
    [lane, to],
    [edge, to],
  ] as const;
  return drawArrow(points, arrow.move.kind === 'step-up');
}

function numbers(arrows: readonly MoveArrow[], rows: readonly Row[], left: number, right: number): string[] {
  return arrows.flatMap((arrow) => {
    const x = arrow.side === 'left' ? left - 12 : right + 12;
    const y = portY(arrows, rows, arrow, arrow.from);
    return [
      element('circle', { cx: x, cy: y, r: 8.5, fill: '#ffffff', stroke: '#3d4852' }),
      drawText(x, y + 4, String(arrow.number), { size: 11, bold: true, anchor: 'middle' }),
    ];
  });
}

/** The levels of care at the left, each over all its rows. */
function bands(rows: readonly Row[], width: number): string[] {
  return rows.flatMap(({ stage, top, height }, index) => {
    const { key, name, system, level } = stage.plan.levelOfCare;
    const same = index > 0 && rows[index - 1]!.stage.plan.levelOfCare.key === key;
    const line = element('path', {
      d: `M${MARGIN} ${top - 12}H${Math.round(width - MARGIN)}`,
      stroke: '#d4dae0',
    });
    if (same) return [];
    const lines = wrapText(name, LEVELS - 20, 13, true);
    const words = lines.map((text, i) => drawText(MARGIN, top + 20 + i * 17, text, { bold: true }));
    const small =
      system === 'general'
        ? []
        : [drawText(MARGIN, top + 20 + lines.length * 17, `${system} ${level}`, { size: 12, fill: GREY })];
    return height > 0 ? [line, ...words, ...small] : [];
  });
}

function legend(x: number, y: number): string[] {
  const entry = (at: number, text: string, dashed: boolean) => [
    drawArrow(
      [
        [at, y - 4],
        [at + 34, y - 4],
      ],
      dashed,
    ),
    drawText(at + 42, y, text, { size: 12, fill: GREY }),
  ];
  return [
    ...entry(x, 'step-down (left) or transfer (right); the criteria of a step-down must hold', false),
    ...entry(x + 520, 'step-up; its criteria only advise, a person decides', true),
  ];
}

function describe(course: Course, order: readonly number[]): string {
  const stages = order.map((place) => {
    const { title, plan } = course.stages[place]!;
    const moves = (plan.stage?.moves ?? []).map((move) =>
      [moveHeading(move), moveLines(plan, move).join(', and ')].filter((text) => text !== '').join(' '),
    );
    return `${title} (${plan.levelOfCare.name}), running ${plan.curriculum.title}: ${moves.join('. ') || 'no way on'}.`;
  });
  return `A pathway of ${course.stages.length} stages, the highest level of care first. ${stages.join(' ')}`;
}
