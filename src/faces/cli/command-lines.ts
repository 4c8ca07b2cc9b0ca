import { createReadStream } from 'node:fs';

/** One line of a file of commands, as bytes without the line end. `line` counts from 1. */
export type RawLine = { readonly line: number; readonly bytes: Buffer };

const NEWLINE = 0x0a;

/** Reads a file, or stdin for `-`, line by line, so that a long one needs no memory. */
export async function* readLines(file: string): AsyncGenerator<RawLine> {
  const input: AsyncIterable<Buffer> = file === '-' ? process.stdin : createReadStream(file);
  let parts: Buffer[] = [];
  let line = 0;
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      parts.push(chunk.subarray(from, at));
      line += 1;
      yield { line, bytes: Buffer.concat(parts) };
      parts = [];
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
  }
  const rest = Buffer.concat(parts);
  if (rest.length > 0) yield { line: line + 1, bytes: rest };
}
