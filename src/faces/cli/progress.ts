/** Counts long work on stderr, once it has taken a second: one line rewritten on a terminal, a line every ten seconds elsewhere. */
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
      process.stderr.write(isTTY ? `\r${count} ${what}` : `${count} ${what}\n`);
    },
    end: () => {
      if (shown && isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}
