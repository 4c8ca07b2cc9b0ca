import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { openEngine } from '../../../src/index.ts';
import type { SetClock } from '../drive-patient.ts';
import { madeUpPeople } from './made-up-people.ts';
import { runAYear } from './run-a-year.ts';

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';

/**
 * Makes the record of a clinic in a file by driving the engine through a year up to a day; what was in the file before is gone. It is made
 * in memory where the machine has such a place, so that not each of ten thousand commands waits for a disk, and then put where it belongs.
 */
export async function makeClinic(file: string, today: string, tell: (day: string) => void): Promise<void> {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'stepwell-'));
  const made = join(folder, 'clinic.db');
  const first = addDays(today, -364);
  let now = first;
  const clock: SetClock = {
    today: () => now,
    now: () => `${now}T20:00:00.000Z`,
    set: (date) => {
      now = date;
    },
  };
  const engine = await openEngine({ file: made, clock, by: 'clinic' });
  const matrix = await loadCurriculumLibrary([]).find('matrix-iop');
  const topicsOf = (track: string) =>
    matrix?.tracks.find(({ id }) => id === track)?.sessions.map(({ title }) => title) ?? [];
  try {
    await runAYear(engine, clock, madeUpPeople(84, 340), { first, last: today }, topicsOf, tell);
    await engine.close();
    copyFileSync(made, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
