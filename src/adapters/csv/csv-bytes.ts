import { writeSync } from 'node:fs';

/** Puts text and numbers behind one another into a file, through one buffer that is used again. */
export type CsvBytes = {
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
  /** A whole number of 32 bits, in decimal digits. */
  whole(value: number): void;
  comma(): void;
  lineEnd(): void;
  /** Writes what is still in the buffer. */
  flush(): void;
};

const SIZE = 1 << 18;
const LONGEST_WHOLE = 11;
const [COMMA, LINE_FEED, MINUS, ZERO] = [0x2c, 0x0a, 0x2d, 0x30];

/** Makes the writer of an open file. No string is made of a number or of a row, which would cost more than to simulate it. */
export function createCsvBytes(file: number): CsvBytes {
  const buffer = Buffer.allocUnsafe(SIZE);
  let at = 0;
  const flush = () => {
    for (let done = 0; done < at; ) done += writeSync(file, buffer, done, at - done);
    at = 0;
  };
  const byte = (value: number) => {
    if (at === SIZE) flush();
    buffer[at] = value;
    at += 1;
  };
  const put = (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length; ) {
      if (at === SIZE) flush();
      const part = bytes.subarray(from, from + SIZE - at);
      buffer.set(part, at);
      at += part.length;
      from += part.length;
    }
  };
  return {
    bytes: put,
    text: (text) => put(Buffer.from(text)),
    whole(value) {
      if (at + LONGEST_WHOLE > SIZE) flush();
      if (value < 0) byte(MINUS);
      let rest = value < 0 ? -value : value;
      let end = at + 1;
      for (let limit = 10; rest >= limit; limit *= 10) end += 1;
      at = end;
      do {
        const tenth = Math.floor(rest / 10);
        end -= 1;
        buffer[end] = ZERO + rest - tenth * 10;
        rest = tenth;
      } while (rest > 0);
    },
    comma: () => byte(COMMA),
    lineEnd: () => byte(LINE_FEED),
    flush,
  };
}
