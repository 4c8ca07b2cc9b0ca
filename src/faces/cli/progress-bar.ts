/**
 * Shows on stderr how far long work has come, with its rate and the time left: one line rewritten on a terminal, a line every
 * ten seconds elsewhere, and nothing for work of less than a second.
 */
export function createProgressBar(what: string, total: number): { at(done: number): void; end(): void } {
  const { isTTY } = process.stderr;
  const begin = Date.now();
  let [said, shown, first] = [begin, false, -1];
  return {
    at(done) {
      const now = Date.now();
      if (first === -1) first = done;
      if (now - begin < 1000 || now - said < (isTTY ? 200 : 10_000)) return;
      said = now;
      shown = true;
      const line = progressLine(what, first, done, total, (now - begin) / 1000);
      process.stderr.write(isTTY ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end() {
      if (shown && isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}

/**
 * The line of a progress bar. Work done before `first` does not count for the rate.
 *
 * ```ts
 * progressLine('patients', 0, 250, 1000, 1) //=> '[█████               ] 25 %  250 of 1,000 patients, 250/s, 3 s left'
 * ```
 */
export function progressLine(
  what: string,
  first: number,
  done: number,
  total: number,
  seconds: number,
): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const bar = '█'.repeat(Math.round(share * 20)).padEnd(20);
  const rate = (done - first) / seconds;
  const left = rate > 0 ? `, ${timeLeft((total - done) / rate)} left` : '';
  const shown = (n: number) => Math.round(n).toLocaleString('en-US');
  return `[${bar}] ${Math.floor(share * 100)} %  ${shown(done)} of ${shown(total)} ${what}, ${shown(rate)}/s${left}`;
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
