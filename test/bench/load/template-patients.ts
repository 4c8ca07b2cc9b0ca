import { createMemoryEventStore } from '../../../src/adapters/memory/memory-event-store.ts';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import type { EpisodeWrite } from '../../../src/engine/event-store.ts';
import { createSetClock, drivePatient } from '../year-of-commands.ts';

/** What a store is given for one patient: up to his latest snapshot, and what came after it. */
export type TemplatePatient = readonly [upToSnapshot: EpisodeWrite, rest: EpisodeWrite];

/** How long ago the patients were admitted, in weeks. */
const WEEKS = [2, 3, 4, 6];
const EPISODE = 'e-TEMPLATE';

/** Patients in the middle of their treatment who came to everything until the day before, as what a store was given for them. */
export async function templatePatients(today: string): Promise<TemplatePatient[]> {
  const found: TemplatePatient[] = [];
  for (const weeks of WEEKS) {
    const clock = createSetClock(addDays(today, -7 * weeks));
    const store = createMemoryEventStore();
    const writes: EpisodeWrite[] = [];
    const append: typeof store.append = async (given, idempotent) => {
      const result = await store.append(given, idempotent);
      writes.push(...given);
      return result;
    };
    const engine = createEngine({ store: { ...store, append }, library: loadCurriculumLibrary([]), clock });
    await drivePatient(engine, clock, EPISODE, weeks);
    clock.set(today);
    await engine.advanceClock(today);
    const last = writes.findLastIndex(({ snapshot }) => snapshot !== null);
    const [before, after] = [writes.slice(0, last + 1), writes.slice(last + 1)];
    const whole = before.flatMap(({ events }) => events);
    const latest = Object.assign({}, ...writes) as EpisodeWrite;
    const common = { ...latest, episode: EPISODE, recordedAt: latest.recordedAt };
    found.push([
      { ...common, expectedVersion: 0, events: whole, snapshot: writes[last]?.snapshot ?? null },
      {
        ...common,
        expectedVersion: whole.length,
        events: after.flatMap(({ events }) => events),
        snapshot: null,
      },
    ]);
  }
  return found;
}

/** The same patient under another name, of another counselor and site. */
export function patientLike(
  template: TemplatePatient,
  episode: string,
  place: { readonly counselor: string; readonly site: string },
): TemplatePatient {
  return template.map(
    (write) =>
      JSON.parse(
        JSON.stringify(write)
          .replaceAll(EPISODE, episode)
          .replaceAll('counselor-1', place.counselor)
          .replaceAll('"site":null', `"site":"${place.site}"`),
      ) as EpisodeWrite,
  ) as unknown as TemplatePatient;
}
