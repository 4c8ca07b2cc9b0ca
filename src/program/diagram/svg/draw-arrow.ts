import { element } from './svg-element.ts';

type Point = readonly [x: number, y: number];

/** The heads of all arrows, to be put into the picture once. */
export const ARROW_HEADS = `<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" fill="#3d4852"/></marker></defs>`;

/** An arrow along straight stretches, the last point at its head; dashed for a way back. */
export function drawArrow(points: readonly Point[], dashed = false): string {
  const round = (n: number) => Math.round(n * 10) / 10;
  return element('path', {
    d: points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(' '),
    fill: 'none',
    stroke: '#3d4852',
    'stroke-width': 1.6,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashed ? '5 4' : undefined,
    'marker-end': 'url(#arrow)',
  });
}
