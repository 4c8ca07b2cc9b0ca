import { describe, expect, it } from 'vitest';
import { DARK_COLOURS } from '../../../src/adapters/report/dark-colours.ts';
import { PALETTE } from '../../../src/adapters/report/draw-chart.ts';
import { END_COLOURS } from '../../../src/adapters/report/pictures/ends-picture.ts';

/** Grounds, grid lines and bands, which shall stay in the background. */
const QUIET = ['#ffffff', '#e6e6e6', '#e8e8e8', '#d9dee3'];

/** The relative luminance of a colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('the colours of a report on a dark screen', () => {
  it('stand out of their ground as WCAG asks of pictures, three to one at least', () => {
    const ground = luminance(DARK_COLOURS['#ffffff']!);
    for (const [light, dark] of Object.entries(DARK_COLOURS).filter(([name]) => !QUIET.includes(name)))
      expect([light, (luminance(dark) + 0.05) / (ground + 0.05) >= 3]).toEqual([light, true]);
  });

  it('are as many as on a light one: no two that stand for different things become one', () => {
    const things = [...new Set([...PALETTE, ...Object.values(END_COLOURS)])];
    expect(new Set(things.map((colour) => DARK_COLOURS[colour])).size).toBe(things.length);
  });
});
