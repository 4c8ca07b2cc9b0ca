import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { BreakGlass } from '../../../access/break-glass.ts';
import { defineRoute } from '../route.ts';

/** Opens a record outside the own caseload or site for some minutes. It is granted whether or not there is such an episode. */
export const glassRoute = defineRoute({
  key: 'POST /api/broken-glass',
  kind: 'write',
  summary:
    'Break the glass: open a record outside the own caseload for some minutes, with a reason that stays in the log',
  body: BreakGlass,
  answers: {
    201: {
      description: 'Until when it is open',
      schema: z.object({ episode: z.string(), until: z.string() }),
    },
  },
  handle: ({ c, clinic, principal, body: { episode, reason, minutes }, log }) => {
    const from = clinic.clock.now();
    const until = new Date(Date.parse(from) + minutes * 60_000).toISOString();
    log({ subjects: [{ episode, patient: null }], basis: 'break-glass', reason });
    clinic.access.glass.add({ id: randomUUID(), account: principal.id, episode, reason, from, until });
    return c.json({ episode, until }, 201);
  },
});
