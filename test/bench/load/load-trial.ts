import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantile } from '../store-100k.ts';
import { driveLoad } from './drive-load.ts';
import { fillClinic } from './fill-clinic.ts';

const MAIN = fileURLToPath(new URL('../../../dist/faces/cli/main.js', import.meta.url));
const [patients = '10000', perSecond = '300', seconds = '30'] = process.argv.slice(2);

/** What a server is asked before it is measured: it has just been started, and that of a clinic runs all day. */
const WARM_UP = { perSecond: 50, seconds: 10 };
/** Clock ticks per second of `/proc`; 100 on every Linux that Node runs on. */
const TICKS = 100;
const folder = mkdtempSync(join(tmpdir(), 'stepwell-load-'));
try {
  const file = join(folder, 'clinic.db');
  const clinic = await fillClinic(file, Number(patients), new Date().toISOString().slice(0, 10));
  const prof = process.env['STEPWELL_PROFILE'] === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir=out'];
  const server = spawn(
    process.execPath,
    [...prof, MAIN, 'serve', '--db', file, '--port', '0', '--time-zone', 'UTC'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    let told = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    const untilItSays = async (words: RegExp): Promise<string> => {
      for (;;) {
        const found = words.exec(told)?.[1];
        if (found !== undefined) return found;
        if (server.exitCode !== null) throw new Error('serve has ended');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const origin = await untilItSays(/is served at (http\S+)/);
    const begun = performance.now();
    const ahead = Number(await untilItSays(/(\d+) patients are told up to today/));
    const aheadSeconds = (performance.now() - begun) / 1000;
    await driveLoad(origin, clinic, { ...WARM_UP, from: 0 });
    const before = cpuSeconds(server.pid ?? 0);
    const started = performance.now();
    const pace = { perSecond: Number(perSecond), seconds: Number(seconds) };
    const from = WARM_UP.perSecond * WARM_UP.seconds;
    const answered = await driveLoad(origin, clinic, { ...pace, from });
    const busy = cpuSeconds(server.pid ?? 0) - before;
    // A server that falls behind goes on answering after the last request was sent.
    const took = (performance.now() - started) / 1000;
    const all = [...answered.values()].flatMap(({ times }) => times);
    const kinds = Object.fromEntries(
      [...answered].map(([kind, { times, wrong }]) => [
        kind,
        { asked: times.length, p50: quantile(times, 0.5), p99: quantile(times, 0.99), wrong: wrong.length },
      ]),
    );
    const wrong = [...answered.values()].flatMap((one) => one.wrong);
    const figures = {
      ...{ asked: all.length, p50: quantile(all, 0.5), p99: quantile(all, 0.99), most: Math.max(...all) },
      ...{ wrong: wrong.length, firstWrong: wrong[0] ?? '', busyShare: busy / took },
      ...{ millisecondsOfServer: (busy * 1000) / all.length, loadAverage: loadavg()[0], kinds },
      ...{ ahead, aheadSeconds },
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The seconds of processor time that a process took so far; NaN where there is no `/proc`. */
function cpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return Number.NaN;
  }
}
