import type { Workplace } from '../command-line.ts';
import { SMALL_PROGRAM } from '../small-program.ts';

/** The small program in version 2.0.0: its second phase has another name, its first gate asks for more, one session is gone. */
export const SECOND_VERSION = SMALL_PROGRAM.replace('version: 1.0.0', 'version: 2.0.0')
  .replace('skills, atLeast: 2', 'skills, atLeast: 3')
  .replace('id: recovery', 'id: main-part')
  .replaceAll('during: [recovery]', 'during: [main-part]')
  .replace('      - { number: 4, title: Plans }\n', '');

/** Writes commands to a file and carries them out on a day; all of them have to be accepted. */
export async function record(place: Workplace, today: string, ...commands: readonly object[]): Promise<void> {
  const file = place.write('commands.jsonl', commands.map((one) => JSON.stringify(one)).join('\n'));
  const { exit, out, err } = await place.run('apply', file, '--curricula', 'program.yaml', '--today', today);
  if (exit !== 0) throw new Error(out + err);
}

/** Three patients: `e-1` in recovery, `e-2` twice absent, `e-3` at the session that the second version has not. */
export async function recordThreePatients(place: Workplace): Promise<void> {
  const admit = (episode: string) => ({
    type: 'Admit',
    episode,
    patient: `Pat ${episode}`,
    curriculum: 'evening-groups',
    counselor: 'kim',
    on: '2026-01-05',
  });
  const attend = (episode: string, on: string, status: string) => ({
    type: 'RecordAttendance',
    episode,
    track: 'skills',
    status,
    on,
  });
  await record(
    place,
    '2026-01-16',
    ...['e-1', 'e-2', 'e-3'].map(admit),
    attend('e-1', '2026-01-05', 'attended'),
    attend('e-1', '2026-01-09', 'attended'),
    { type: 'Advance', episode: 'e-1', on: '2026-01-09' },
    attend('e-2', '2026-01-05', 'absent'),
    attend('e-2', '2026-01-09', 'absent'),
    attend('e-3', '2026-01-16', 'attended'),
  );
}
