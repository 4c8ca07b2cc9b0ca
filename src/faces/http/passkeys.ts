import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Clinic } from './clinic.ts';
import { HttpProblem } from './http-problem.ts';
import type { Ask } from './route.ts';
import { enter } from './sign-in.ts';
import { startSession } from './start-session.ts';

/** EdDSA, ES256, RS256. The library's own list asks Node for experimental ones, with a warning. */
const ALGORITHMS = [-8, -7, -257];
const FIVE_MINUTES = 300_000;
/** A passkey opens the account for good, so that it is added only soon after signing in. */
const FRESH = 15 * 60_000;

/** Options for making a passkey for the account that is signed in; the challenge is good once, for five minutes. */
export async function offerPasskey({ clinic, principal }: Ask) {
  const options = await generateRegistrationOptions({
    rpName: 'Stepwell',
    rpID: new URL(clinic.origin).hostname,
    userName: principal.name,
    userDisplayName: principal.title,
    userID: new Uint8Array(Buffer.from(principal.id)),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: clinic.access.passkeys.of(principal.id).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  keepChallenge(clinic, options.challenge, principal.id);
  return options;
}

/** Adds the passkey that answers a challenge. Problems: `sign-in-again`, `passkey-not-good`. */
export async function addPasskey(ask: Ask, response: RegistrationResponseJSON): Promise<void> {
  const { clinic, principal } = ask;
  const { access, clock, origin } = clinic;
  const session = principal.session === null ? null : access.sessions.byId(principal.session);
  if (session === null || Date.parse(clock.now()) - Date.parse(session.createdAt) > FRESH)
    throw new HttpProblem(403, 'sign-in-again', 'Sign in again before you add a passkey.');
  const found = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => access.passkeys.takeChallenge(challenge, principal.id, clock.now()),
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!found?.verified || !found.registrationInfo) throw notGood();
  const { id, publicKey, counter, transports = [] } = found.registrationInfo.credential;
  const createdAt = clock.now();
  access.passkeys.add({ id, account: principal.id, publicKey, counter, transports, createdAt });
  ask.log({ reason: 'passkey added' });
}

/** Options for signing in with a passkey, by whoever has one. */
export async function askForPasskey({ clinic }: Ask) {
  const options = await generateAuthenticationOptions({
    rpID: new URL(clinic.origin).hostname,
    userVerification: 'required',
  });
  keepChallenge(clinic, options.challenge, null);
  return options;
}

/** Signs in with the passkey that answers a challenge. Problem: `passkey-not-good`. */
export async function signInWithPasskey(ask: Ask, response: AuthenticationResponseJSON): Promise<void> {
  const { access, clock, origin } = ask.clinic;
  const passkey = access.passkeys.byId(response.id);
  const account = passkey === null ? null : access.accounts.byId(passkey.account);
  if (passkey === null || account === null || account.kind !== 'person' || account.disabled) {
    ask.logGuest({ outcome: 'failed', reason: 'passkey' });
    throw notGood();
  }
  const found = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => access.passkeys.takeChallenge(challenge, null, clock.now()),
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
    credential: { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter },
  }).catch(() => null);
  if (!found?.verified) {
    ask.logGuest({ outcome: 'failed', actor: account.name, reason: 'passkey' });
    throw notGood();
  }
  access.passkeys.used(passkey.id, found.authenticationInfo.newCounter);
  enter(ask, account, 'passkey');
  startSession(ask.c, ask.clinic, account.id);
}

function keepChallenge({ access, clock }: Clinic, challenge: string, account: string | null): void {
  const now = clock.now();
  const until = new Date(Date.parse(now) + FIVE_MINUTES).toISOString();
  access.passkeys.challenge({ challenge, account, now, until });
}

function notGood(): HttpProblem {
  return new HttpProblem(401, 'passkey-not-good', 'This passkey did not open anything; try again.');
}
