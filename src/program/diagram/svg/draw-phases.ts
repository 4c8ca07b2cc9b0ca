import type { Plan } from '../../plan.ts';
import { gateLines } from '../criterion-words.ts';
import { drawArrow } from './draw-arrow.ts';
import { BOXES, drawBox } from './draw-box.ts';
import { type Drawing, drawList, type ListItem } from './draw-list.ts';
import { drawText } from './draw-text.ts';
import { COLUMN_GAP, type PhaseColumn } from './phase-columns.ts';
import { wrapText } from './text-width.ts';

const LEAST_BOX = 76;
const PAD = 10;
const LANE = 24;
/** The room that the states beside the phases take below their top. */
const LIFECYCLE = 216;

/** The phases with the arrows between them, ways back above, and the gates as callouts beneath. `y` is the top. */
export function drawPhases(
  plan: Plan,
  columns: readonly PhaseColumn[],
  y: number,
): Drawing & { boxTop: number } {
  const lanes = lanesOf(plan);
  const boxTop = y + 8 + lanes.length * LANE;
  const box = boxHeight(plan, columns);
  const svg: string[] = [];
  plan.phases.forEach((phase, p) => {
    const { left, right } = columns[p]!;
    const middle = (left + right) / 2;
    svg.push(drawBox(left, boxTop, right - left, box, phase.final === null ? BOXES.phase : BOXES.final));
    const title = titleLines(phase.title, columns[p]!);
    const weeks = phase.weeks === null ? [] : [weeksText(phase.weeks)];
    const lines = title.length + weeks.length;
    const first = boxTop + box / 2 - (lines * 19) / 2 + 14;
    title.forEach((line, i) => {
      svg.push(drawText(middle, first + i * 19, line, { size: 15, bold: true, anchor: 'middle' }));
    });
    for (const line of weeks)
      svg.push(
        drawText(middle, first + title.length * 19, line, { size: 12, fill: '#45525e', anchor: 'middle' }),
      );
    if (phase.next.includes(p + 1))
      svg.push(
        drawArrow([
          [right, boxTop + box / 2],
          [right + COLUMN_GAP - 2, boxTop + box / 2],
        ]),
      );
  });
  const labels: string[] = [];
  lanes.forEach(({ from, to, label, back }, lane) => {
    const height = boxTop - 12 - lane * LANE;
    const shift = (lane % 6) * 8;
    const start = portX(columns[from]!, 0.68) + shift;
    const end = portX(columns[to]!, 0.25) + shift;
    svg.push(
      drawArrow(
        [
          [start, boxTop],
          [start, height],
          [end, height],
          [end, boxTop - 1],
        ],
        back,
      ),
    );
    const anchor = start > end ? 'end' : 'start';
    const x = start - Math.sign(start - end) * 12;
    labels.push(drawText(x, height + 4, label, { size: 12, halo: true, anchor }));
  });
  svg.push(...labels);
  const gates = plan.phases.map((phase, p) => drawGate(plan, phase, columns[p]!, boxTop + box + 14));
  for (const gate of gates) svg.push(...gate.svg);
  const below = Math.max(0, ...gates.map((gate) => gate.height));
  return { svg, height: boxTop - y + Math.max(box + 14 + below, LIFECYCLE), boxTop };
}

function titleLines(title: string, { left, right }: PhaseColumn): string[] {
  return wrapText(title, right - left - 12, 15, true);
}

/** The height of all boxes: that of the one with the most lines. */
function boxHeight(plan: Plan, columns: readonly PhaseColumn[]): number {
  const lines = plan.phases.map(
    (phase, p) => titleLines(phase.title, columns[p]!).length + (phase.weeks === null ? 0 : 1),
  );
  return Math.max(LEAST_BOX, Math.max(...lines) * 19 + 24);
}

type Lane = { from: number; to: number; label: string; back: boolean };

/** Ways that do not lead to the neighbour on the right: returns and leaps, shortest lowest. */
function lanesOf(plan: Plan): Lane[] {
  const lanes = plan.phases.flatMap((phase, from): Lane[] => [
    ...phase.returnsTo.map((to) => ({ from, to, label: 'sent back', back: true })),
    ...phase.next
      .filter((to) => to !== from + 1 && plan.phases[to] !== undefined)
      .map((to) => ({ from, to, label: `or to ${plan.phases[to]!.title}`, back: false })),
  ]);
  return lanes
    .filter(({ from, to }) => from !== to && plan.phases[to] !== undefined)
    .sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
}

function drawGate(plan: Plan, phase: Plan['phases'][number], column: PhaseColumn, y: number): Drawing {
  if (phase.final !== null) return milestone(phase, column, y);
  const width = column.right - column.left;
  const items = gateItems(plan, phase);
  const list = drawList(column.left + PAD, y + 2, width - 2 * PAD, items);
  const height = list.height + 14;
  const x = column.right - 22;
  return {
    svg: [
      drawBox(column.left, y, width, height, BOXES.gate),
      `<path d="M${x - 8} ${y + 1}L${x} ${y - 10}L${x + 8} ${y + 1}" fill="${BOXES.gate.fill}" stroke="${BOXES.gate.stroke}" stroke-width="1.5"/>`,
      ...list.svg,
    ],
    height,
  };
}

function gateItems(plan: Plan, phase: Plan['phases'][number]): ListItem[] {
  const lines = gateLines(plan, phase.exit);
  const to = phase.next.flatMap((n) => plan.phases[n]?.title ?? []).join(' or ');
  const when = phase.automatic ? ', by itself when' : ' when';
  const items: ListItem[] = [
    ...(phase.milestone ? [{ text: 'On reaching it', heading: true }, { text: phase.milestone }] : []),
    {
      text: to === '' ? 'No way on' : `To ${to}${lines.length === 0 ? ' at any time' : when}`,
      heading: true,
    },
    ...lines.map((text) => ({ text })),
  ];
  if (phase.exitAfterReturn !== phase.exit)
    items.push(
      { text: 'After a return, when', heading: true },
      ...gateLines(plan, phase.exitAfterReturn).map((text) => ({ text })),
    );
  if (phase.maximumDays) items.push({ text: `Review beyond ${phase.maximumDays.days} days`, heading: true });
  return items;
}

function milestone(phase: Plan['phases'][number], column: PhaseColumn, y: number): Drawing {
  const text = phase.milestone ?? (phase.final === 'completed' ? 'Treatment completed' : 'Transferred');
  const svg = wrapText(text, column.right - column.left, 12).map((line, i) =>
    drawText((column.left + column.right) / 2, y + 8 + i * 16, line, { size: 12, anchor: 'middle' }),
  );
  return { svg, height: svg.length * 16 + 8 };
}

function portX({ left, right }: PhaseColumn, part: number): number {
  return left + (right - left) * part;
}

function weeksText({ from, to }: { from: number; to: number }): string {
  return from === to ? `week ${from}` : `weeks ${from}–${to}`;
}
