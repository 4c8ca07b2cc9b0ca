import { hash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { EVERY_SITE } from '../../../access/account.ts';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import type { Command } from '../../../engine/command.ts';
import { FACTS } from '../../../program/episode-event.ts';
import { carryOut } from '../carry-out.ts';
import { HttpProblem } from '../http-problem.ts';
import { readyCommands } from '../ready-commands.ts';
import { defineRoute } from '../route.ts';
import type { HttpCommand } from '../schemas/http-command.ts';
import { AcceptedOutcome } from '../schemas/outcome.ts';
import { readWriteHeaders } from '../write-headers.ts';

const when = { on: CalendarDate.optional(), reason: z.string().min(1).max(4000).optional() };

/**
 * Begins an episode by a referral or an admission. Its name is made here: one that the caller chose would tell him, by being taken,
 * of a patient who is not his. The same idempotency key gives the same name.
 */
export const intakeRoute = defineRoute({
  key: 'POST /api/episodes',
  kind: 'write',
  summary: 'Begin an episode: refer or admit a patient',
  body: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Refer'), ...when, ...FACTS.Referred }),
    z.strictObject({
      type: z.literal('Admit'),
      ...when,
      ...FACTS.Admitted,
      curriculum: z.string().min(1).max(200).describe('an id, or id@version'),
      version: z.string().optional(),
    }),
  ]),
  headers: ['Idempotency-Key'],
  answers: { 201: { description: 'The episode that began', schema: AcceptedOutcome } },
  handle: async (ask) => {
    const { principal, reach, body } = ask;
    const { key } = readWriteHeaders(ask.c, principal);
    const episode = `e-${key === undefined ? randomUUID() : hash('sha256', key).slice(0, 32)}`;
    const counselor = body.counselor ?? (reach === 'caseload' ? principal.name : undefined);
    const own = principal.site === EVERY_SITE ? undefined : (principal.site ?? undefined);
    const site = body.site ?? own;
    if (reach === 'site' && own !== undefined && site !== own)
      throw new HttpProblem(403, 'role-not-allowed', 'You admit patients to your own site.');
    const given = { ...(counselor ? { counselor } : {}), ...(site ? { site } : {}) };
    const command = { ...body, ...given, episode } as unknown as HttpCommand;
    ask.log({ subjects: [{ episode, patient: body.patient }], basis: 'intake' });
    const [outcome] = await carryOut(ask, readyCommands([command], principal) as Command[]);
    return ask.c.json(outcome, 201, { Location: `/api/episodes/${episode}/status` });
  },
});
