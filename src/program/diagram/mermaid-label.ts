const LINE = 36;

/** Text as it may stand in a mermaid label: without the signs that mermaid reads as its own, broken into lines. */
export function mermaidLabel(text: string, line = LINE): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replaceAll('&', 'and')
    .replaceAll(';', ',')
    .replace(/:\s*/g, ' – ')
    .replaceAll('"', "'")
    .replaceAll('#', 'no. ')
    .replace(/-+>/g, '→')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('%%', '%')
    .replace(/-{2,}/g, '–')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replace(/ {2,}/g, ' ')
    .trim();
  return broken(plain, line).join('<br/>');
}

/** A name as it may stand as the id of a mermaid state. */
export function mermaidId(...parts: readonly string[]): string {
  return parts.join('_').replace(/[^A-Za-z0-9]+/g, '_');
}

function broken(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
