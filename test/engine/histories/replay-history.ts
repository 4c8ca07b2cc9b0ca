import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createMemoryEventStore } from '../../../src/adapters/memory/memory-event-store.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { createCurriculumLibrary } from '../../../src/engine/curriculum-library.ts';
import { canonicalJson } from '../../../src/program/canonical-json.ts';

/** A line of a history: an event as its release wrote it. */
export type HistoryLine = { readonly recordedAt: string; readonly body: string };

/** A log of a release, with the day and the state in which it ended. */
export type KeptHistory = {
  readonly name: string;
  readonly lines: readonly HistoryLine[];
  /** The last day of the clinic, and the hash of what was so on it. */
  readonly end: { readonly today: string; readonly state: string };
  readonly curricula: readonly { readonly id: string; readonly version: string }[];
};

/** Reads a kept history: `<name>.jsonl`, its end in `ends.json`, and the curricula beside it in `curricula.json`. */
export function readHistory(release: string, name: string): KeptHistory {
  const read = (file: string) =>
    readFileSync(new URL(`../../histories/${release}/${file}`, import.meta.url), 'utf8');
  const ends = JSON.parse(read('ends.json')) as Record<string, KeptHistory['end']>;
  return {
    name,
    lines: read(`${name}.jsonl`)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as HistoryLine),
    end: ends[name] as KeptHistory['end'],
    curricula: JSON.parse(read('curricula.json')) as KeptHistory['curricula'],
  };
}

/**
 * Puts a log into an empty store of today, as it was written, and gives the hash of what today's engine makes of it: where
 * the patient stands in the clinical sense. It leaves out sentences and work that is due, which may be worded better.
 */
export async function replayHistory({ lines, curricula, end }: KeptHistory): Promise<string> {
  const store = createMemoryEventStore();
  for (const curriculum of curricula) {
    const body = canonicalJson(curriculum);
    const hash = createHash('sha256').update(body).digest('hex');
    await store.publish({ id: curriculum.id, version: curriculum.version, hash, body });
  }
  for (const [expectedVersion, { recordedAt, body }] of lines.entries()) {
    const write = { episode: 'e-1', expectedVersion, recordedAt, events: [body] };
    await store.append([{ ...write, snapshot: null, due: null, caseload: null }]);
  }
  const clock = { today: () => end.today, now: () => `${end.today}T23:00:00.000Z` };
  const engine = createEngine({ store, library: createCurriculumLibrary([]), clock });
  const status = await engine.status('e-1');
  const state = {
    curriculum: status.curriculum.version,
    lifecycle: status.lifecycle,
    ended: status.ended,
    admittedOn: status.admittedOn,
    week: status.week,
    phase: status.phase && {
      id: status.phase.id,
      since: status.phase.since,
      returned: status.phase.returned,
    },
    leave: status.leave,
    tracks: status.tracks.map(({ id, done, missed, excused, unrecorded, minutes, owed }) => ({
      ...{ id, done, missed, excused, unrecorded, minutes, owed },
    })),
    monitors: status.monitors.map(({ id, state: at, since }) => ({ id, state: at, since })),
    drugTests: status.drugTests,
    gate: status.gate?.explanation.truth ?? null,
    flags: status.flags.map(({ code, fact, on }) => ({ code, fact, on })),
  };
  return createHash('sha256').update(canonicalJson(state)).digest('hex');
}
