import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { temporaryFolder } from '../adapters/sqlite/temporary-folder.ts';

const KILLS = Number(process.env['STEPWELL_KILLS'] ?? 200);
/** Kills that one file goes through before a new one is begun, so that creation is killed too. */
const KILLS_PER_FILE = 20;

/** One kill in so many comes while a writer opens the file; the others once it has acknowledged something. */
const OPENING = 4;

type Writer = { readonly child: ChildProcess; readonly lines: string[] };

async function startWriter(file: string): Promise<Writer> {
  const script = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  const lines: string[] = [];
  await new Promise<void>((ready, failed) => {
    child.on('error', failed);
    child.stdout!.on('data', (chunk: Buffer) => {
      const parts = (text + chunk).split('\n');
      text = parts.pop() ?? '';
      lines.push(...parts);
      ready();
    });
  });
  lines.shift();
  return { child, lines };
}

/**
 * Lets a writer write for some milliseconds, kills it, and gives what it had acknowledged: key and version.
 * The milliseconds count from its start, or from the first thing that it acknowledged, however slow the disk is.
 */
async function killAfter(
  writer: Writer,
  delay: number,
  opening: boolean,
): Promise<[key: string, version: number][]> {
  const { child, lines } = writer;
  const closed = once(child, 'close');
  child.stdin!.write('\n');
  while (!opening && lines.length === 0 && child.exitCode === null) {
    await Promise.race([once(child.stdout!, 'data'), closed]);
  }
  await setTimeout(delay);
  child.kill('SIGKILL');
  await closed;
  return lines.map((line) => {
    const [key = '', version = ''] = line.split(' ');
    return [key, Number(version)];
  });
}

describe('a writer that is killed', () => {
  it(`loses nothing that it acknowledged and leaves nothing half written, ${KILLS} times`, async () => {
    const folder = temporaryFolder();
    const fileOf = (kill: number) => join(folder.path, `${Math.floor(kill / KILLS_PER_FILE)}.db`);
    let acknowledged: [string, number][] = [];
    let total = 0;
    // The next writer starts up while this one is looked at, and waits for its turn.
    let next = startWriter(fileOf(0));
    for (let kill = 0; kill < KILLS; kill += 1) {
      const file = fileOf(kill);
      const writer = await next;
      if (kill % KILLS_PER_FILE === 0) acknowledged = [];
      const heard = await killAfter(writer, Math.random() * 40, kill % OPENING === 0);
      acknowledged.push(...heard);
      total += heard.length;
      if (kill + 1 < KILLS) next = startWriter(fileOf(kill + 1));

      const store = openSqliteStore({ file, create: true });
      expect(await store.verify()).toMatchObject({ ok: true });
      const [left, right] = [await store.read('left'), await store.read('right')];
      const last = acknowledged.at(-1)?.[1] ?? 0;
      expect(left.length).toBeGreaterThanOrEqual(last);
      expect(right.map((event) => event.body)).toEqual(left.map((event) => event.body));
      for (const [key, version] of heard) {
        expect(JSON.parse(left[version - 1]?.body ?? '{}')).toMatchObject({ key });
        expect(await store.answer(key)).not.toBeNull();
      }
      if (left.length > 0) {
        const final = JSON.parse(left.at(-1)?.body ?? '{}');
        expect(final.at).toBe(final.of - 1);
        expect(await store.snapshot('right')).toMatchObject({ version: left.length, planHash: final.key });
        const rows = await store.caseload({});
        expect(rows.map((row) => row.version)).toEqual([left.length, left.length]);
        expect(await store.due({ episode: 'right' })).toMatchObject([{ title: final.key }]);
        expect(await store.answer(final.key)).not.toBeNull();
      }
      await store.close();
    }
    expect(total).toBeGreaterThanOrEqual(KILLS - Math.ceil(KILLS / OPENING));
    folder.remove();
  }, 900_000);
});
