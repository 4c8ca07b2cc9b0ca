import * as crypto from 'node:crypto';
import { StepwellError } from '../../engine/stepwell-error.ts';

/** 19 MiB, two passes, one lane: the OWASP password storage cheat sheet's setting for argon2id. */
const SETTING = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** A hash of no password, checked where there is no account, so that this takes as long. */
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Throws `unsupported-node` on a Node without argon2id (before 24.7), so that a server does not start that nobody can sign in to. */
export function demandArgon2(): void {
  if (typeof crypto.argon2 === 'function') return;
  const message = `signing in with a password needs Node 24.7 or newer, which has argon2id; this is Node ${process.versions.node}`;
  throw new StepwellError('unsupported-node', message);
}

/** Hashes a new password with argon2id; gives the usual text form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(16);
  const hash = await derive(password, salt, SETTING);
  const { memory, passes, parallelism } = SETTING;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(hash)}`;
}

/** Whether a password is the one of a hash. Without a hash it takes the same time and is false. */
export async function checkPassword(password: string, kept: string | null): Promise<boolean> {
  const [, , , setting = '', salt = '', hash = ''] = (kept ?? NOBODY).split('$');
  const [memory, passes, parallelism] = (setting.match(/\d+/g) ?? []).map(Number);
  if (memory === undefined || passes === undefined || parallelism === undefined) return false;
  const expected = Buffer.from(hash, 'base64');
  const given = { memory, passes, parallelism, tagLength: expected.length };
  const found = await derive(password, Buffer.from(salt, 'base64'), given);
  return crypto.timingSafeEqual(found, expected) && kept !== null;
}

function derive(
  password: string,
  nonce: Buffer,
  setting: { memory: number; passes: number; parallelism: number; tagLength: number },
): Promise<Buffer> {
  demandArgon2();
  // The same text must be the same password, however the keyboard writes an accent.
  const message = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', { message, nonce, ...setting }, (error, hash) =>
      error ? reject(error) : resolve(Buffer.from(hash)),
    );
  });
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
