import { hash, randomBytes } from 'node:crypto';

/** A new secret: 32 random bytes as base64url, behind a prefix that says what it is for. Only its hash is kept. */
export function newSecret(prefix: 'ses' | 'app' | 'join' | 'cal'): {
  readonly secret: string;
  readonly hash: string;
} {
  const secret = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashOfSecret(secret) };
}

/** How a secret is known to the store: SHA-256. It has 256 bits of chance in it, so that nothing slower is needed. */
export function hashOfSecret(secret: string): string {
  return hash('sha256', secret);
}
