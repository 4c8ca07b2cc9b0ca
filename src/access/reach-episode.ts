import { EVERY_SITE } from './account.ts';
import type { GlassGrant } from './break-glass.ts';
import type { Principal } from './principal.ts';
import type { Reach } from './reach.ts';

/** Why somebody may reach an episode. */
export type Basis = 'own-caseload' | 'own-site' | 'every-record' | 'break-glass';

/**
 * Whether somebody reaches an episode, and on what ground; null where he does not. Pure.
 *
 * `grants` are those of the account for this episode that have not run out.
 */
export function reachEpisode(
  principal: Principal,
  reach: Reach,
  episode: { readonly counselor: string | null; readonly site: string | null },
  grants: readonly GlassGrant[],
): { readonly basis: Basis; readonly reason: string | null } | null {
  if (reach === 'all') return { basis: 'every-record', reason: null };
  if (reach === 'caseload' && episode.counselor === principal.name)
    return { basis: 'own-caseload', reason: null };
  if (reach === 'site' && atSite(principal, episode.site)) return { basis: 'own-site', reason: null };
  const grant = reach === 'caseload' || reach === 'site' ? grants[0] : undefined;
  return grant ? { basis: 'break-glass', reason: grant.reason } : null;
}

function atSite({ site }: Principal, of: string | null): boolean {
  return site === EVERY_SITE || (site !== null && site === of);
}
