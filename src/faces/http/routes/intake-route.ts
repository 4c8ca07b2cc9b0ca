import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import { FACTS } from '../../../program/episode-event.ts';
import { beginEpisode } from '../begin-episode.ts';
import { defineRoute } from '../route.ts';
import { AcceptedOutcome } from '../schemas/outcome.ts';

const when = { on: CalendarDate.optional(), reason: z.string().min(1).max(4000).optional() };

/** Begins an episode by a referral or an admission; the answer says its name. */
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
    const { episode, outcome } = await beginEpisode(ask, ask.body);
    return ask.c.json(outcome, 201, { Location: `/api/episodes/${episode}/status` });
  },
});
