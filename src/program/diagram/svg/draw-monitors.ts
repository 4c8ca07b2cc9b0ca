import type { Plan, PlanMonitor } from '../../plan.ts';
import { monitorWords } from '../monitor-words.ts';
import { drawArrow } from './draw-arrow.ts';
import { BOXES, drawBox } from './draw-box.ts';
import { type Drawing, drawList } from './draw-list.ts';
import { drawText } from './draw-text.ts';
import { wrapText } from './text-width.ts';

const WIDTH = 226;
const GAP = 34;
const PAD = 10;

/** The monitors as chains of states, each with the work it raises and its ways out in words. */
export function drawMonitors(plan: Plan, x: number, labelWidth: number, width: number, y: number): Drawing {
  const svg: string[] = [];
  let top = y;
  for (const monitor of plan.monitors) {
    wrapText(monitor.title, labelWidth - 12, 13, true).forEach((line, i) => {
      svg.push(drawText(x, top + 18 + i * 16, line, { bold: true }));
    });
    const chain = drawChain(plan, monitor, x + labelWidth, width - labelWidth, top);
    svg.push(...chain.svg);
    top += chain.height + 18;
  }
  return { svg, height: top - y };
}

function drawChain(plan: Plan, monitor: PlanMonitor, x: number, width: number, y: number): Drawing {
  const svg: string[] = [];
  const inRow = Math.max(1, Math.floor((width + GAP) / (WIDTH + GAP)));
  let top = y;
  for (let first = 0; first < monitor.states.length; first += inRow) {
    const row = monitor.states.slice(first, first + inRow);
    const boxes = row.map((_, i) => drawState(plan, monitor, first + i, x + i * (WIDTH + GAP), top));
    const height = Math.max(...boxes.map((box) => box.height));
    row.forEach((state, i) => {
      const left = x + i * (WIDTH + GAP);
      const look = state.discharge ? BOXES.discharge : BOXES.monitor;
      svg.push(drawBox(left, top, WIDTH, height, look), ...boxes[i]!.svg);
      if (i + 1 >= row.length) return;
      const s = first + i;
      const onwards = state.transitions.some((t) => t.to === s + 1);
      const backwards = monitor.states[s + 1]!.transitions.some((t) => t.to === s);
      const right = left + WIDTH;
      if (onwards)
        svg.push(
          drawArrow([
            [right, top + 16],
            [right + GAP - 1, top + 16],
          ]),
        );
      if (backwards)
        svg.push(
          drawArrow(
            [
              [right + GAP, top + 32],
              [right + 1, top + 32],
            ],
            true,
          ),
        );
    });
    top += height + 14;
  }
  return { svg, height: top - y - 14 };
}

function drawState(plan: Plan, monitor: PlanMonitor, s: number, x: number, y: number): Drawing {
  const state = monitor.states[s]!;
  const raised = state.tasks.map((task) => ({
    text: `Task: ${task.title} (${task.role.replaceAll('-', ' ')}, ${within(task.withinDays)})`,
  }));
  const discharge = state.discharge
    ? [
        {
          text: `Discharge ${state.discharge.automatic ? 'by itself' : 'recommended'}: ${state.discharge.reason.replaceAll('-', ' ')}`,
        },
      ]
    : [];
  const ways = state.transitions.map((transition) => ({
    mark: '→',
    text: `${monitor.states[transition.to]?.title}: ${monitorWords(plan, transition)}`,
  }));
  const list = drawList(x + PAD, y + 4, WIDTH - 2 * PAD, [
    { text: state.title, heading: true },
    ...raised,
    ...discharge,
    ...ways,
  ]);
  return { svg: list.svg, height: list.height + 16 };
}

function within(days: number): string {
  return days === 0 ? 'the same day' : `within ${days} ${days === 1 ? 'day' : 'days'}`;
}
