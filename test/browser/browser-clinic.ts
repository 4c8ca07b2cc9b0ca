import { freePort } from '../../src/faces/cli/serve-parts.ts';
import { listen } from '../../src/faces/http/listen.ts';
import { hashPassword } from '../../src/faces/http/password-hash.ts';
import type { Command } from '../../src/index.ts';
import { type ClinicSubject, openClinic } from '../faces/http/clinic-subject.ts';
import { evening } from '../faces/web/page-subject.ts';

/** The password of robin, who signs in with the keyboard. */
export const PASSWORD = 'a walk along the river';

/** A clinic that a browser can reach. */
export type BrowserClinic = ClinicSubject & { readonly origin: string; stop(): Promise<void> };

/** Whose patients there are beside e-1 of kim; each counselor has his own, so that no test needs what another did. */
const PATIENTS: Readonly<Record<string, readonly number[]>> = {
  kim: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
  nora: [60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71],
  robin: [21, 22, 23, 24],
  jo: [30, 31],
  sam: [40, 41],
  pat: [50, 51],
};

/**
 * Opens a clinic on Monday 5 January 2026 that a browser can reach: twelve patients of kim and of nora who meet at five, four of robin, two of jo, of
 * whom e-30 is ready to advance, two of sam, and two of pat, who leads the group `evening` with e-50 in it.
 */
export async function openBrowserClinic(): Promise<BrowserClinic> {
  const port = await freePort('127.0.0.1');
  const origin = `http://localhost:${port}`;
  const clinic = await openClinic({ origin, rate: { burst: 10_000, perSecond: 1000 } });
  for (const [counselor, numbers] of Object.entries(PATIENTS))
    for (const n of numbers)
      await clinic.engine.admit({
        ...{ episode: `e-${n}`, patient: `p-${n}`, curriculum: 'matrix-iop', counselor },
        ...{ site: 'north', on: '2026-01-05' },
      });
  for (const episode of ['e-30', 'e-40', 'e-50']) await clinic.engine.execute(ready(episode));
  await clinic.engine.execute({ type: 'Advance', episode: 'e-50' });
  await clinic.engine.groups.execute(evening({ leader: 'pat' }));
  await clinic.engine.groups.execute({ type: 'JoinGroup', group: 'evening', episode: 'e-50' });
  const filter = { list: ['sign-off-wanted'] as ['sign-off-wanted'] };
  const saved = { name: 'Signatures', filter, savedBy: 'pat', savedAt: '2026-01-05T20:00:00.000Z' };
  clinic.access.savedWorklists.save(null, saved);
  clinic.person('robin', 'counselor');
  const robin = clinic.access.accounts.byName('robin')?.id ?? '';
  clinic.access.accounts.setPassword(robin, await hashPassword(PASSWORD));
  const server = await listen(clinic.app, '127.0.0.1', port);
  return { ...clinic, origin, stop: () => server.stop() };
}

/** The commands for what the first gate asks for, so that a patient is ready to advance. */
export function ready(episode: string): Command[] {
  const on = '2026-01-05';
  return [
    { type: 'RecordAttendance', episode, on, track: 'individual-conjoint', status: 'attended' },
    { type: 'SignOff', episode, on, role: 'counselor', subject: 'service-agreement' },
  ] as Command[];
}
