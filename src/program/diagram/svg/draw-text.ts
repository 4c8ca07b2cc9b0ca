import { element, escapeXml } from './svg-element.ts';

/** How a text looks; ink and 13 pixels unless given. */
export type TextLook = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Draws the letters on a light edge, for text that lies on a line. */
  readonly halo?: boolean;
};

/** One line of text with its baseline at `y`. */
export function drawText(x: number, y: number, text: string, look: TextLook = {}): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': look.size ?? 13,
      'font-weight': look.bold ? 'bold' : undefined,
      fill: look.fill ?? '#1f2933',
      'text-anchor': look.anchor === 'start' ? undefined : look.anchor,
      stroke: look.halo ? '#ffffff' : undefined,
      'stroke-width': look.halo ? 5 : undefined,
      'paint-order': look.halo ? 'stroke' : undefined,
    },
    escapeXml(text),
  );
}
