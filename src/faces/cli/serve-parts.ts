import { createServer } from 'node:net';
import { getHeapStatistics } from 'node:v8';

export { openAccessStore } from '../../adapters/access/access-store.ts';
export { loadCurriculumLibrary } from '../../curriculum-folder.ts';
export { missesCourses } from '../../engine/census/misses-courses.ts';
export { openEngine } from '../../open-engine.ts';
export { openWriteThread } from '../../open-write-thread.ts';
export { createSystemClock } from '../../system-clock.ts';
export { createClinicApp } from '../http/create-clinic-app.ts';
export { firstDirector } from '../http/first-director.ts';
export { listen } from '../http/listen.ts';
export { demandArgon2 } from '../http/password-hash.ts';

/** How many bytes of memory a server uses to remember episodes: a quarter of what Node may take up. */
export function bytesToKeep(): number {
  return getHeapStatistics().heap_size_limit / 4;
}

/** Finds a port of an address that nobody listens on. */
export async function freePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
