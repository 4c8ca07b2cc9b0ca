import { openAccessStore } from '../../../src/adapters/access/access-store.ts';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { createClinicApp } from '../../../src/faces/http/create-clinic-app.ts';
import { addAccount, makeLink } from '../../../src/faces/http/invite.ts';
import { listen } from '../../../src/faces/http/listen.ts';
import { openEngine } from '../../../src/index.ts';
import { createSystemClock } from '../../../src/system-clock.ts';
import { print } from '../story.ts';
import { makeClinic } from './make-clinic.ts';

const FILE = process.argv[2] ?? 'stepwell-demo-clinic.db';
const PORT = Number(process.argv[3] ?? 8080);

const clock = createSystemClock();
const today = clock.today();
print('A made-up clinic goes through a year; this takes about a minute.');
const started = performance.now();
await makeClinic(FILE, today, (day) => {
  if (day.endsWith('-01')) print(`  ${day}, after ${Math.round((performance.now() - started) / 1000)} s`);
});
const engine = await openEngine({ file: FILE, clock });
const open = await engine.caseload({ open: true });
print(`${open.length} patients are in treatment (${Math.round((performance.now() - started) / 1000)} s).`);

const access = openAccessStore(':memory:');
const origin = `http://localhost:${PORT}`;
const app = createClinicApp({ engine, access, clock, origin, library: loadCurriculumLibrary([]) });
const server = await listen(app, '127.0.0.1', PORT);
print('Come in with one of these links; each is good once:');
for (const [name, role] of [
  ['kim', 'counselor'],
  ['alex', 'supervisor'],
  ['dora', 'director'],
  ['ada', 'researcher'],
  ['ann', 'auditor'],
] as const) {
  const account = addAccount(
    access,
    { name, role, ...(role === 'supervisor' ? { site: '*' } : {}) },
    'person',
    clock.now(),
  );
  print(`  ${role.padEnd(11)} ${origin}/join/${makeLink(access, account.id, clock.now()).link}`);
}
process.once('SIGINT', async () => {
  await server.stop();
  await engine.close();
});
