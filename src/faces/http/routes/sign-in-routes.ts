import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { addPasskey, askForPasskey, offerPasskey, signInWithPasskey } from '../passkeys.ts';
import { defineRoute, type Route } from '../route.ts';
import { writeSessionCookie } from '../session-cookie.ts';
import { joinWithLink, signInWithPassword } from '../sign-in.ts';

const text = z.string().max(100_000);
const response = z.looseObject({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: text }),
  clientExtensionResults: z.looseObject({}),
});
const done = { 204: { description: 'Done; the session is a cookie' } };
const kind = 'sign-in';

/** Signing in and out. */
export const SIGN_IN_ROUTES: readonly Route[] = [
  defineRoute({
    key: 'POST /api/sign-in/password',
    kind,
    summary: 'Sign in with name and password',
    body: z.strictObject({ name: z.string().min(1).max(64), password: z.string().min(1).max(200) }),
    answers: done,
    handle: async (ask) => {
      await signInWithPassword(ask, ask.body);
      return ask.c.body(null, 204);
    },
  }),
  defineRoute({
    key: 'POST /api/join',
    kind,
    summary: 'Set the password of an account with a one-time link, and sign in',
    body: z.strictObject({ link: z.string().min(1).max(100), password: z.string().max(200) }),
    answers: done,
    handle: async (ask) => {
      await joinWithLink(ask, ask.body);
      return ask.c.body(null, 204);
    },
  }),
  defineRoute({
    key: 'POST /api/sign-in/passkey-challenges',
    kind,
    summary: 'Ask for a challenge to sign in with a passkey',
    body: z.strictObject({}),
    answers: {
      200: { description: 'WebAuthn request options', schema: z.looseObject({ challenge: z.string() }) },
    },
    handle: async (ask) => ask.c.json(await askForPasskey(ask)),
  }),
  defineRoute({
    key: 'POST /api/sign-in/passkey',
    kind,
    summary: 'Sign in with a passkey',
    body: response,
    answers: done,
    handle: async (ask) => {
      await signInWithPasskey(ask, ask.body as unknown as AuthenticationResponseJSON);
      return ask.c.body(null, 204);
    },
  }),
  defineRoute({
    key: 'POST /api/passkey-challenges',
    kind,
    summary: 'Ask for a challenge to add a passkey to the own account',
    body: z.strictObject({}),
    answers: {
      200: { description: 'WebAuthn creation options', schema: z.looseObject({ challenge: z.string() }) },
    },
    handle: async (ask) => ask.c.json(await offerPasskey(ask)),
  }),
  defineRoute({
    key: 'POST /api/passkeys',
    kind: 'accounts',
    summary: 'Add a passkey to the own account',
    body: response,
    answers: done,
    handle: async (ask) => {
      await addPasskey(ask, ask.body as unknown as RegistrationResponseJSON);
      return ask.c.body(null, 204);
    },
  }),
  defineRoute({
    key: 'POST /api/sign-out',
    kind,
    summary: 'Sign out; the session ends at the server',
    answers: { 204: { description: 'Signed out' } },
    handle: ({ c, clinic, principal, log }) => {
      if (principal.session !== null) clinic.access.sessions.end(principal.session);
      writeSessionCookie(c, clinic.origin, null);
      log({ reason: 'sign-out' });
      return c.body(null, 204);
    },
  }),
];
