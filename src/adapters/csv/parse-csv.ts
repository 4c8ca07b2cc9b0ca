import { CsvError, parse } from 'csv-parse/sync';

/** A field of a CSV file and where it begins, both counted from 1. */
export type CsvField = { readonly text: string; readonly line: number; readonly column: number };

/**
 * Reads the rows of a CSV text (RFC 4180: commas, double quotes, any line end). Rows without any text are left out. Gives `wrong`, what
 * cannot be read and its line, where there is something. Pure; does not throw.
 */
export function parseCsv(text: string): {
  readonly rows: readonly (readonly CsvField[])[];
  readonly wrong: { readonly message: string; readonly line: number; readonly column: number } | null;
} {
  const bytes = Buffer.from(text.replace(/^\ufeff/, ''));
  let end = 0;
  const place = (value: string, index: number, line: number, endsAt: number): CsvField => {
    const begins = end + 1;
    end = endsAt;
    const lineBegins = bytes.lastIndexOf(10, begins - 1) + 1;
    const column = index === 0 ? 1 : bytes.subarray(lineBegins, begins).toString().length + 1;
    return { text: value, line: line - (value.match(/\r\n|\n|\r/g)?.length ?? 0), column };
  };
  try {
    const rows = parse(bytes, {
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      cast: (value, { index, lines, bytes: endsAt }) => place(value, index, lines, endsAt),
    }) as unknown as CsvField[][];
    return { rows: rows.filter((row) => row.some((field) => field.text.trim() !== '')), wrong: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quote is opened here that never ends'
        : 'a quote ends here in the middle of a field; write a quote inside of a field twice';
    return { rows: [], wrong: { message, line: Number(error['lines'] ?? 1), column: 1 } };
  }
}
