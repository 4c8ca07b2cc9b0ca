import { displayWidth } from './display-width.ts';

const WIDTH = 96;

/**
 * Breaks a line between words where it is wider than a printed page; what goes on is indented. Pure.
 *
 * ```ts
 * wrapText('a line that is short', 4) //=> ['a line that is short']
 * ```
 */
export function wrapText(line: string, indent: number): string[] {
  const lines: string[] = [];
  let current = line;
  while (displayWidth(current) > WIDTH) {
    const at = current.lastIndexOf(' ', WIDTH);
    const cut = at > indent + 1 ? at : current.indexOf(' ', WIDTH);
    if (cut < 0) break;
    lines.push(current.slice(0, cut));
    current = ' '.repeat(indent) + current.slice(cut + 1);
  }
  return [...lines, current.trimEnd()];
}
