import type { Principal } from '../../access/principal.ts';

/** Who signs what is saved, in words: `Signed by Kim Doe (kim).` Pure. */
export function signedBy({ title, name }: Pick<Principal, 'title' | 'name'>): string {
  return title === name ? `Signed by ${name}.` : `Signed by ${title} (${name}).`;
}
