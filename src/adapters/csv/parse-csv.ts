/** A field of a CSV file and where it stands, both counted from 1. */
export type CsvField = { readonly text: string; readonly line: number; readonly column: number };

/**
 * Reads the rows of a CSV text (RFC 4180: commas, double quotes, either kind of line end). Rows without any text are left out.
 * Gives `unclosed`, the place of a quote that never ends, where there is one. Pure; does not throw.
 */
export function parseCsv(text: string): {
  readonly rows: readonly (readonly CsvField[])[];
  readonly unclosed: CsvField | null;
} {
  const rows: CsvField[][] = [];
  let row: CsvField[] = [];
  let [at, line, lineStart] = [text.startsWith('\ufeff') ? 1 : 0, 1, text.startsWith('\ufeff') ? 1 : 0];
  const endRow = () => {
    if (row.some((field) => field.text.trim() !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const place = { line, column: at - lineStart + 1 };
    let value = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) return { rows, unclosed: { text: value, ...place } };
        if (text[at] === '"' && text[at + 1] !== '"') break;
        if (text[at] === '"') at += 1;
        if (text[at] === '\n') [line, lineStart] = [line + 1, at + 1];
        value += text[at];
      }
      at += 1;
    }
    const from = at;
    while (at < text.length && !',\r\n'.includes(text[at]!)) at += 1;
    row.push({ text: value + text.slice(from, at), ...place });
    if (text[at] === ',' && ++at < text.length) continue;
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (text[at - 1] === ',' && at === text.length) row.push({ text: '', line, column: at - lineStart + 1 });
    endRow();
    at += 1;
    [line, lineStart] = [line + 1, at];
  }
  endRow();
  return { rows, unclosed: null };
}
