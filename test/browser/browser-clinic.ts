import { freePort } from '../../src/faces/cli/serve-parts.ts';
import { listen } from '../../src/faces/http/listen.ts';
import { hashPassword } from '../../src/faces/http/password-hash.ts';
import type { Command } from '../../src/index.ts';
import { type ClinicSubject, openClinic } from '../faces/http/clinic-subject.ts';

/** The password of kim. */
export const PASSWORD = 'a walk along the river';

/** A clinic that a browser can reach, with twelve patients of kim who meet on Monday 5 January 2026 at five. */
export async function openBrowserClinic(): Promise<
  ClinicSubject & { readonly origin: string; readonly kim: string; stop(): Promise<void> }
> {
  const port = await freePort('127.0.0.1');
  const origin = `http://localhost:${port}`;
  const clinic = await openClinic({ origin });
  for (let n = 10; n <= 20; n += 1)
    await clinic.engine.admit({
      episode: `e-${n}`,
      patient: `p-${n}`,
      curriculum: 'matrix-iop',
      counselor: 'kim',
      on: '2026-01-05',
    });
  const kim = clinic.person('kim', 'counselor');
  clinic.access.accounts.setPassword(
    clinic.access.accounts.byName('kim')?.id ?? '',
    await hashPassword(PASSWORD),
  );
  const server = await listen(clinic.app, '127.0.0.1', port);
  return { ...clinic, origin, kim, stop: () => server.stop() };
}

/** Gives an episode what its first gate asks for, so that it is ready to advance. */
export async function makeReady(clinic: ClinicSubject, episode: string): Promise<void> {
  const on = '2026-01-05';
  const commands = [
    { type: 'RecordAttendance', episode, on, track: 'individual-conjoint', status: 'attended' },
    { type: 'SignOff', episode, on, role: 'counselor', subject: 'service-agreement' },
  ];
  await clinic.engine.execute(commands as Command[]);
}
