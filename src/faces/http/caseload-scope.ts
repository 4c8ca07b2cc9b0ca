import { EVERY_SITE } from '../../access/account.ts';
import type { Principal } from '../../access/principal.ts';
import type { Reach } from '../../access/reach.ts';

/**
 * How a list of patients is narrowed to what somebody reaches, over the filters that he gave; null where nothing is left, because
 * he asked for the caseload or the site of others. Pure.
 */
export function caseloadScope(
  { name, site }: Principal,
  reach: Reach,
  asked: { readonly counselor?: string | undefined; readonly site?: string | undefined },
): { readonly counselor?: string; readonly site?: string } | null {
  if (reach === 'all') return {};
  if (reach === 'caseload')
    return asked.counselor === undefined || asked.counselor === name ? { counselor: name } : null;
  if (reach !== 'site' || site === null) return null;
  if (site === EVERY_SITE) return {};
  return asked.site === undefined || asked.site === site ? { site } : null;
}
