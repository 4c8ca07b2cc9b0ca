import { z } from 'zod';
import { removePasskey } from '../remove-passkey.ts';
import { defineRoute, type Route } from '../route.ts';

const Shown = z.object({ id: z.string(), createdAt: z.string(), transports: z.array(z.string()) });

/** The own passkeys: listed and taken away. */
export const PASSKEY_ROUTES: readonly Route[] = [
  defineRoute({
    key: 'GET /api/passkeys',
    kind: 'read',
    summary: 'The passkeys of the own account, the oldest first',
    answers: { 200: { description: 'The passkeys', schema: z.object({ items: z.array(Shown) }) } },
    handle: ({ c, clinic, principal }) => {
      const own = clinic.access.passkeys.of(principal.id);
      return c.json({ items: own.map(({ id, createdAt, transports }) => ({ id, createdAt, transports })) });
    },
  }),
  defineRoute({
    key: 'POST /api/passkeys/:passkey/removal',
    kind: 'accounts',
    summary: 'Take a passkey of the own account away; its other sessions end',
    params: z.strictObject({ passkey: z.string().max(2000).describe('its id') }),
    body: z.strictObject({}),
    answers: { 204: { description: 'Taken away' } },
    handle: (ask) => {
      removePasskey(ask, ask.params.passkey);
      return ask.c.body(null, 204);
    },
  }),
];
