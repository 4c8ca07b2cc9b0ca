import { rmSync } from 'node:fs';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { openEngine } from '../../../src/index.ts';
import type { SetClock } from '../drive-patient.ts';
import { madeUpPeople } from './made-up-people.ts';
import { runAYear } from './run-a-year.ts';

/** Makes the record of a clinic in a file by driving the engine through a year up to a day; what was in the file before is gone. */
export async function makeClinic(file: string, today: string, tell: (day: string) => void): Promise<void> {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  const first = addDays(today, -364);
  let now = first;
  const clock: SetClock = {
    today: () => now,
    now: () => `${now}T20:00:00.000Z`,
    set: (date) => {
      now = date;
    },
  };
  const engine = await openEngine({ file, clock, by: 'clinic' });
  const matrix = await loadCurriculumLibrary([]).find('matrix-iop');
  const topicsOf = (track: string) =>
    matrix?.tracks.find(({ id }) => id === track)?.sessions.map(({ title }) => title) ?? [];
  await runAYear(engine, clock, madeUpPeople(84, 340), { first, last: today }, topicsOf, tell);
  await engine.close();
}
