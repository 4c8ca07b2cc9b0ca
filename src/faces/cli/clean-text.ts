// C0 and C1 controls, the marks that turn the writing direction, and line separators.
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be taken out
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Takes the control characters out of a text that came from data, so that it cannot move the cursor, change colours or hide
 * other text on a terminal. Pure.
 *
 * ```ts
 * cleanText('Group\u001b[2J one\nTwo') //=> 'Group[2J one Two'
 * ```
 */
export function cleanText(text: unknown): string {
  return String(text)
    .replace(/\s*[\r\n]+\s*|\t/g, ' ')
    .replace(UNSAFE, '');
}
