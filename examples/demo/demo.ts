import { rmSync } from 'node:fs';
import { openEngine } from '../../src/index.ts';
import { drivePatient, type SetClock } from './drive-patient.ts';
import { lapsing, steady, vanishing } from './patients.ts';
import { bold, print, Story } from './story.ts';

const FILE = process.argv[2] ?? 'stepwell-demo.db';
const START = '2026-01-05';

let today = START;
const clock: SetClock = {
  today: () => today,
  now: () => `${today}T20:00:00.000Z`,
  set: (date) => {
    today = date;
  },
};

for (const file of [FILE, `${FILE}-wal`, `${FILE}-shm`]) rmSync(file, { force: true });
const engine = await openEngine({ file: FILE, clock, by: 'counselor-1' });
const started = performance.now();

print(bold('Three made-up patients go through the Matrix Model, from 5 January 2026.'));
for (const patient of [steady, lapsing, vanishing]) {
  print();
  print(bold(`${patient.title} (${patient.episode})`));
  const story = new Story();
  await drivePatient(engine, clock, patient, START, story);
  story.flush();
  const status = await engine.status(patient.episode);
  const end = status.ended;
  print(
    bold(
      `  ${end ? `Ended on ${end.on}: ${end.graduated ? 'graduated, program completed' : end.reason}.` : `In ${status.phase?.title}.`}`,
    ),
  );
}
const verification = await engine.store.verify();
if (!verification.ok) throw new Error(verification.problem.message);
await engine.close();

print();
print(
  `${verification.events} events of ${verification.episodes} episodes are in ${FILE} and verify; all of it took ${((performance.now() - started) / 1000).toFixed(1)} seconds. Look further:`,
);
for (const command of [
  `status demo-lapse --as-of 2026-02-20`,
  'history demo-lapse',
  'status demo-gone --as-of 2026-02-25',
  'verify',
]) {
  print(`  npx stepwell ${command} --db ${FILE}`);
}
