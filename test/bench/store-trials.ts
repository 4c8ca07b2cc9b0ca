import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { EpisodeWrite, EventStore } from '../../src/engine/event-store.ts';
import { readWorklist } from '../../src/engine/worklists/read-worklist.ts';
import { WorklistName } from '../../src/engine/worklists/worklist-row.ts';
import { createMemoryEventStore, openEngine } from '../../src/index.ts';
import { writeBare } from './bare-writer.ts';
import { fillStore, quantile } from './store-100k.ts';
import { createSetClock, drivePatient } from './year-of-commands.ts';

const WEEKS = 16;
const START = '2026-01-05';

/** Trials by name; each gives its figures. */
export type Trials = Record<string, () => Promise<Record<string, number>>>;

/**
 * The trials of the store and the engine, in a folder that they share. `argument` is the number of the round or of the episodes; `share` of 1 is
 * what is measured, and less of it only tells whether a trial still runs.
 */
export function storeTrials(folder: string, argument: string, share = 1): Trials {
  const times = (most: number): number => Math.max(1, Math.round(most * share));
  const trials: Trials = {
    /** Makes the list of writes that the durable trials repeat. */
    async record() {
      const writes: EpisodeWrite[] = [];
      const store = createMemoryEventStore();
      const recording: EventStore = {
        ...store,
        append: (batch, key) => {
          writes.push(...batch);
          return store.append(batch, key);
        },
      };
      const clock = createSetClock(START);
      const engine = createEngine({
        store: recording,
        library: loadCurriculumLibrary([]),
        clock,
        by: 'counselor-1',
      });
      const commands = [];
      for (let i = 0; i < times(6); i += 1) {
        clock.set(START);
        commands.push(...(await drivePatient(engine, clock, `e-${i}`, WEEKS)));
      }
      writeFileSync(`${folder}/writes.json`, JSON.stringify(writes));
      writeFileSync(`${folder}/commands.json`, JSON.stringify(commands));
      return { commands: commands.length };
    },

    /** Every command through the engine, one durable transaction each; the process has been at work for a while, as a clinic's is. */
    async engine() {
      for (let i = 0; i < times(8); i += 1) await runCommands(folder, `warm-${argument}`);
      return { microseconds: await runCommands(folder, `engine-${argument}`) };
    },

    /** The same rows by bare better-sqlite3, one durable transaction each. */
    async bare() {
      const file = `${folder}/bare-${argument}.db`;
      const writes = JSON.parse(readFileSync(`${folder}/writes.json`, 'utf8'));
      await openSqliteStore({ file, create: true }).close();
      writeBare(file, writes);
      removeDatabase(file);
      await openSqliteStore({ file, create: true }).close();
      const time = writeBare(file, writes);
      removeDatabase(file);
      return { microseconds: (time * 1000) / writes.length };
    },

    /** Telling an episode of about 250 events from the start. */
    async replay() {
      const { commands, tell } = await episodeOf250();
      for (let i = 0; i < times(30); i += 1) tell();
      const told = Array.from({ length: times(30) }, () => timed(tell));
      return { events: commands, medianMilliseconds: quantile(told, 0.5) };
    },

    /** A preview of a correction 200 events back. */
    async preview() {
      const { engine, first } = await episodeOf250();
      const command = {
        type: 'Void',
        episode: 'e-1',
        fact: first,
        reason: 'entered for the wrong patient',
      } as const;
      const run = async () => {
        const started = performance.now();
        await engine.preview(command);
        return performance.now() - started;
      };
      for (let i = 0; i < times(20); i += 1) await run();
      const took: number[] = [];
      for (let i = 0; i < times(30); i += 1) took.push(await run());
      return { medianMilliseconds: quantile(took, 0.5) };
    },

    /** Fills a file with episodes for the trials on a large store. */
    async fill() {
      const store = openSqliteStore({ file: `${folder}/large.db`, create: true });
      await fillStore(store, Number(argument));
      await store.close();
      return { episodes: Number(argument) };
    },

    /** The caseload of one counselor, 40 patients, in the large store. */
    async caseload() {
      const store = openSqliteStore({ file: `${folder}/large.db` });
      const took: number[] = [];
      for (let i = 0; i < times(2000); i += 1) {
        const counselor = `counselor-${(i * 7919) % Math.floor(Number(argument) / 40)}`;
        const started = performance.now();
        const rows = await store.caseload({ counselor, open: true });
        took.push(performance.now() - started);
        if (rows.length !== 40) throw new Error(`${rows.length} rows instead of 40`);
      }
      await store.close();
      return { p50Milliseconds: quantile(took, 0.5), p99Milliseconds: quantile(took, 0.99) };
    },

    /** Pages of each worklist in the large store, and of all of them together: with every kind of filter, from the first page to one far behind. */
    async worklists() {
      const store = openSqliteStore({ file: `${folder}/large.db` });
      const filters = [
        {},
        { counselor: 'counselor-7' },
        { site: 'site-3' },
        { phase: 'transition' },
        { levelOfCare: 'asam-3-level-1' },
        { site: 'site-3', phase: 'transition' },
        { site: 'site-4', levelOfCare: 'asam-3-level-1', phase: 'early-recovery' },
        { curriculum: 'matrix-iop' },
        { site: 'site-3', phase: 'no-such-phase' },
      ];
      const took: number[] = [];
      for (let round = 0; round < times(40); round += 1)
        for (const list of [...WorklistName.options, WorklistName.options])
          for (const filter of filters) {
            const since = new Date(Date.UTC(2026, 0, 1 + ((round * 37) % 365))).toISOString().slice(0, 10);
            const after = round % 3 === 0 ? {} : { after: `${since} gate-ready e-050000` };
            const started = performance.now();
            await readWorklist(store, { list, days: 0, limit: 50, ...filter, ...after }, '2026-12-31');
            took.push(performance.now() - started);
          }
      await store.close();
      const most = Math.max(...took);
      return { p50Milliseconds: quantile(took, 0.5), p99Milliseconds: quantile(took, 0.99), most };
    },

    /** Which episodes are due up to a day early, in the middle and late in the year: the cost must follow their number. */
    async due() {
      const store = openSqliteStore({ file: `${folder}/large.db` });
      const figures: Record<string, number> = {};
      for (const [label, day] of [
        ['none', '2025-12-31'],
        ['few', '2026-01-01'],
        ['many', '2026-01-31'],
      ] as const) {
        const found = await store.episodesDue(day, 1_000_000);
        const took: number[] = [];
        for (let i = 0; i < times(20); i += 1) {
          const started = performance.now();
          await store.episodesDue(day, 1_000_000);
          took.push(performance.now() - started);
        }
        figures[`${label}Episodes`] = found.length;
        figures[`${label}Milliseconds`] = quantile(took, 0.5);
      }
      await store.close();
      return figures;
    },

    /** Opening an empty store and loading all curricula, in a fresh process, as built. */
    async open() {
      const built = (file: string) => import(new URL(`../../dist/${file}`, import.meta.url).href);
      const { openEngine: open } = await built('index.js');
      const { loadCurriculumLibrary: load } = await built('curriculum-folder.js');
      const started = performance.now();
      const engine = await open({ file: `${folder}/open-${argument}.db` });
      await load([]).list();
      const time = performance.now() - started;
      await engine.close();
      return { milliseconds: time };
    },
  };
  return trials;
}

async function episodeOf250() {
  const { openEpisode } = await import('../../src/engine/episode.ts');
  const { tellAll } = await import('../../src/program/fold.ts');
  const { compilePlan } = await import('../../src/program/compile-plan.ts');
  const library = loadCurriculumLibrary([]);
  const clock = createSetClock(START);
  const engine = createEngine({ store: createMemoryEventStore(), library, clock, by: 'counselor-1' });
  await drivePatient(engine, clock, 'e-1', 40);
  const history = await engine.history('e-1');
  const records = [...history].sort((a, b) => a.version - b.version).slice(0, 250);
  const curriculum = await library.find('matrix-iop');
  if (!curriculum) throw new Error('matrix-iop is missing');
  const plan = compilePlan(curriculum);
  const { facts } = openEpisode('e-1', plan, records);
  const first =
    records.find(({ event, version }) => version > 20 && event.type === 'AttendanceRecorded')?.version ?? 0;
  return { engine, first, commands: records.length, tell: () => tellAll(plan, facts) };
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** Carries out the recorded commands in a new file; microseconds for each. */
async function runCommands(folder: string, name: string): Promise<number> {
  const file = `${folder}/${name}.db`;
  const commands = JSON.parse(readFileSync(`${folder}/commands.json`, 'utf8'));
  const clock = createSetClock(START);
  const engine = await openEngine({ file, clock, by: 'counselor-1' });
  // Reading the curriculum's file has a budget of its own; it is read before the first command is timed.
  await engine.preview({
    type: 'Admit',
    episode: 'unborn',
    patient: 'p',
    curriculum: 'matrix-iop',
    on: START,
  });
  const started = performance.now();
  for (const command of commands) {
    clock.set(command.on);
    const outcome = await engine.execute(command);
    if (!outcome.accepted) throw new Error(`a recorded command was refused: ${outcome.refusal.code}`);
  }
  const time = performance.now() - started;
  await engine.close();
  removeDatabase(file);
  return (time * 1000) / commands.length;
}

function removeDatabase(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
}
