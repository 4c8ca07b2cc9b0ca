import type { Account } from './account.ts';

/** Who asks: an account, and by what it showed itself. */
export type Principal = Pick<Account, 'id' | 'name' | 'title' | 'role' | 'site' | 'signsAs' | 'kind'> & {
  /** The session of a person; null for an app with a token. */
  readonly session: string | null;
};
