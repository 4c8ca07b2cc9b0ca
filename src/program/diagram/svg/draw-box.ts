import { element } from './svg-element.ts';

/** The colours of one kind of box. */
export type BoxLook = {
  readonly fill: string;
  readonly stroke: string;
  readonly dashed?: boolean;
  readonly radius?: number;
};

/** The looks of the picture's boxes. Text on each has a contrast of at least 7 to 1. */
export const BOXES = {
  phase: { fill: '#e3edf9', stroke: '#3b6ea5' },
  final: { fill: '#e2f3e6', stroke: '#2e7d4f' },
  gate: { fill: '#fff8e6', stroke: '#b98a1f' },
  outside: { fill: '#f1f3f5', stroke: '#6b7785', radius: 16 },
  monitor: { fill: '#f3eefb', stroke: '#7a5ea8' },
  discharge: { fill: '#fdeaea', stroke: '#b04848' },
} as const satisfies Record<string, BoxLook>;

/** A rounded box. */
export function drawBox(x: number, y: number, width: number, height: number, look: BoxLook): string {
  return element('rect', {
    x,
    y,
    width,
    height,
    rx: look.radius ?? 6,
    fill: look.fill,
    stroke: look.stroke,
    'stroke-width': 1.5,
    'stroke-dasharray': look.dashed ? '5 4' : undefined,
  });
}
