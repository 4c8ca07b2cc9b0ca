/** Folds a content line to at most 75 octets of UTF-8 each, never inside a character (RFC 5545, section 3.1). Pure. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // The lines after the first begin with a space.
    if (octets + size > 75) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
