/**
 * One line of the log of who did or saw what. It names routes, episodes and reasons, never the content of a record.
 *
 * `outcome`: `allowed`, or `denied` where the role or the reach did not suffice, or `failed` for a sign-in that did not succeed.
 */
export type AccessEntry = {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Name of the account; null for somebody who is not signed in. */
  readonly actor: string | null;
  readonly role: string | null;
  /** The route as the access table names it, for example `GET /api/episodes/:episode/status`. */
  readonly action: string;
  readonly kind: 'read' | 'write' | 'sign-in' | 'accounts';
  readonly outcome: 'allowed' | 'denied' | 'failed';
  /** Whose records: the episodes with the patients' numbers, null for an episode that is not there. */
  readonly subjects: readonly { readonly episode: string; readonly patient: string | null }[];
  /** On what ground: the own caseload, the own site, a broken glass. */
  readonly basis: string | null;
  readonly reason: string | null;
};

/** A line as it is kept: with its number, from 1 without gaps, and the hash that chains it to the one before. */
export type SealedEntry = AccessEntry & { readonly number: number; readonly hash: string };
