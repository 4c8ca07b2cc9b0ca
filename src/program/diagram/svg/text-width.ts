/** Widths of DejaVu Sans, a wide face, in thousandths of the size; other signs are taken to be 640 wide. */
const WIDTHS: Record<string, number> = {
  ' ': 318,
  '→': 838,
  '•': 590,
  '–': 500,
  '%': 950,
  '+': 838,
  '#': 838,
  '<': 838,
  '>': 838,
  '&': 780,
  '=': 838,
  W: 989,
};
const CLASSES: readonly (readonly [string, number])[] = [
  ["ijl'|", 278],
  ['.,:;I!/\\', 360],
  ['ftr()[]-"', 410],
  ['cksvxyz', 570],
  ['mMw@', 930],
  ['ABCDGHKNOPQRTUVXY', 740],
];
for (const [letters, width] of CLASSES) for (const letter of letters) WIDTHS[letter] = width;

/** The width of a text in pixels, on the safe side for the usual sans-serif faces. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const letter of text) thousandths += WIDTHS[letter] ?? 640;
  return (thousandths / 1000) * size * (bold ? 1.1 : 1);
}

/** Breaks a text into lines that fit a width; a word wider than the width is broken too. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((w) => pieces(w, width, size, bold))) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, width: number, size: number, bold: boolean): string[] {
  const parts = [''];
  for (const letter of word) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && textWidth(last + letter, size, bold) > width) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
}
