import { randomUUID } from 'node:crypto';
import { EVERY_SITE } from '../../access/account.ts';
import type { Command } from '../../engine/command.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { carryOut } from './carry-out.ts';
import { episodeOfKey } from './episode-of-key.ts';
import { HttpProblem } from './http-problem.ts';
import { readyCommands } from './ready-commands.ts';
import type { Ask } from './route.ts';
import type { HttpCommand } from './schemas/http-command.ts';
import { readWriteHeaders } from './write-headers.ts';

/** A referral or an admission as it is asked for; the name of the episode is made here unless it began with a referral. */
export type Beginning = {
  readonly type: 'Refer' | 'Admit';
  readonly patient: string;
  readonly counselor?: string | undefined;
  readonly site?: string | undefined;
  readonly episode?: string;
};

/**
 * Begins an episode by a referral or an admission, on the caseload of a counselor who asks unless another is named, or at the site of a
 * supervisor. Its name is made here: one that the caller chose would tell him, by being taken, of a patient who is not his. The same
 * idempotency key gives the same name. Throws what `carryOut` throws, and `role-not-allowed` for a site that is not his.
 */
export async function beginEpisode(
  ask: Ask,
  beginning: Beginning,
  form?: { readonly key: unknown },
): Promise<{ readonly episode: string; readonly outcome: Outcome | undefined }> {
  const { principal, reach } = ask;
  const { key } = readWriteHeaders(ask.c, principal, form);
  const episode = beginning.episode ?? (key === undefined ? `e-${randomUUID()}` : episodeOfKey(key));
  const counselor = beginning.counselor ?? (reach === 'caseload' ? principal.name : undefined);
  const own = principal.site === EVERY_SITE ? undefined : (principal.site ?? undefined);
  const site = beginning.site ?? own;
  if (reach === 'site' && own !== undefined && site !== own)
    throw new HttpProblem(403, 'role-not-allowed', 'You admit patients to your own site.');
  const given = { ...(counselor ? { counselor } : {}), ...(site ? { site } : {}) };
  const command = { ...beginning, ...given, episode } as unknown as HttpCommand;
  ask.log({ subjects: [{ episode, patient: beginning.patient }], basis: 'intake' });
  const [outcome] = await carryOut(ask, readyCommands([command], principal) as Command[], form);
  return { episode, outcome };
}
