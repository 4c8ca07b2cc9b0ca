import { reachEpisode } from '../../access/reach-episode.ts';
import type { CaseloadRow } from '../../engine/caseload-row.ts';
import type { Command } from '../../engine/command.ts';
import { HttpProblem } from './http-problem.ts';
import type { Ask } from './route.ts';

type Asked = Pick<Ask, 'clinic' | 'principal' | 'reach' | 'log'>;

/**
 * Demands that somebody reaches episodes without a broken glass: what is done with them would let him, or others, reach them after it is whole
 * again. Throws the problem `glass-reaches-no-further` (403).
 */
export async function demandOwn(
  { clinic, principal, reach, log }: Asked,
  episodes: readonly string[],
): Promise<void> {
  for (const episode of new Set(episodes)) {
    const row = await othersRow({ clinic, principal, reach }, episode);
    if (row === null) continue;
    log({ outcome: 'denied', subjects: [{ episode, patient: row.patient }] });
    throw new HttpProblem(
      403,
      'glass-reaches-no-further',
      'A record that was opened in an emergency is read and written to; who looks after the patient, and in which groups he is, is for his counselor or a supervisor.',
    );
  }
}

/** The caseload row of an episode that somebody reaches in an emergency alone, if at all; null for his own, and where there is none. */
async function othersRow(
  { clinic, principal, reach }: Pick<Asked, 'clinic' | 'principal' | 'reach'>,
  episode: string,
): Promise<CaseloadRow | null> {
  const [row] = await clinic.engine.caseload({ episode, limit: 1 });
  return row === undefined || reachEpisode(principal, reach, row, []) !== null ? null : row;
}

/** The episodes of which commands would say who looks after them, and where. */
export async function takenOver(ask: Asked, commands: readonly Command[]): Promise<string[]> {
  const found: string[] = [];
  for (const command of commands)
    if (command.episode !== undefined && (await placesPatient(ask, command))) found.push(command.episode);
  return found;
}

/** The facts that say who looks after a patient, and where. */
const PLACING = new Set<string>(['Referred', 'Admitted', 'CounselorAssigned']);

async function placesPatient(ask: Asked, command: Command): Promise<boolean> {
  const { type } = command;
  if (type === 'Refer' || type === 'Admit' || type === 'AssignCounselor') return true;
  if ('site' in command && command.site !== undefined) return true;
  if (type !== 'Amend' && type !== 'Void') return false;
  if (type === 'Amend' && ('counselor' in command.change || 'site' in command.change)) return true;
  // A history is read for none but those who are to be kept from it.
  if (command.episode === undefined || (await othersRow(ask, command.episode)) === null) return false;
  const corrected = (await ask.clinic.engine.history(command.episode)).find(
    ({ version }) => version === command.fact,
  );
  return corrected !== undefined && PLACING.has(corrected.event.type);
}
