/** Counts long work on stderr with its rate, once it has taken a second: one line rewritten on a terminal, a line every ten seconds elsewhere. */
export function createProgress(what: string): { step(): void; end(): void } {
  const { isTTY } = process.stderr;
  const begin = Date.now();
  let count = 0;
  let said = begin;
  let shown = false;
  return {
    step: () => {
      count += 1;
      const now = Date.now();
      if (now - begin < 1000 || now - said < (isTTY ? 200 : 10_000)) return;
      said = now;
      shown = true;
      const line = countLine(what, count, (now - begin) / 1000);
      process.stderr.write(isTTY ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end: () => {
      if (shown && isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}

/**
 * The line of work of which nobody knows how much it will be.
 *
 * ```ts
 * countLine('trials', 1240, 80) //=> '1,240 trials in 80 s, 15.5/s'
 * ```
 */
export function countLine(what: string, count: number, seconds: number): string {
  const rate = (count / seconds).toLocaleString('en-US', { maximumSignificantDigits: 3 });
  return `${count.toLocaleString('en-US')} ${what} in ${Math.round(seconds)} s, ${rate}/s`;
}
