import { drawText } from './draw-text.ts';
import type { PhaseColumn } from './phase-columns.ts';
import { element } from './svg-element.ts';

/** Pale bands under the bars, one for each phase with weeks, with the weeks at the top. */
export function drawColumnBands(columns: readonly PhaseColumn[], y: number, height: number): string[] {
  return columns.flatMap(({ left, right, weeks }) => {
    if (weeks === null) return [];
    const words = weeks.from === weeks.to ? `week ${weeks.from}` : `weeks ${weeks.from}–${weeks.to}`;
    const band = { x: left, y, width: right - left, height, rx: 4, fill: '#f4f7fa' };
    return [
      element('rect', band),
      drawText((left + right) / 2, y + 15, words, { size: 11, fill: '#45525e', anchor: 'middle' }),
    ];
  });
}
