import type { ReadyOf } from './command.ts';
import type { Refusal } from './refusal.ts';
import type { WaitlistRow } from './waitlist-row.ts';

/**
 * Why a place is not offered to a patient now, from the whole list as of the day of the offer: others stand before him, or as many
 * places as are free are offered or accepted already. Null where he is next; or where somebody says why he is taken all the same. Pure.
 */
export function offerRefusal(
  { episode, override, reason, placesFree }: ReadyOf<'OfferPlace'>,
  rows: readonly WaitlistRow[],
): Refusal | null {
  const own = rows.find((row) => row.episode === episode);
  if (own === undefined) return null;
  const list = rows.filter((row) => row.program === own.program && row.site === own.site);
  const before = list.filter((row) => row.state === 'waiting' && row.position < own.position);
  const taken = list.filter(({ state }) => state !== 'waiting').length;
  const full = placesFree !== undefined && taken >= placesFree;
  if (before.length === 0 && !full) return null;
  if (override === true)
    return reason === undefined
      ? {
          code: 'reason-needed',
          message: 'say why the place is offered all the same; it stays on the record',
        }
      : null;
  if (full)
    return {
      code: 'no-place-free',
      message: `${placesFree} ${placesFree === 1 ? 'place is' : 'places are'} free in ${own.program}, and ${taken} ${taken === 1 ? 'is' : 'are'} offered or accepted already`,
    };
  const names = before.map((row) => row.episode).slice(0, 5);
  const more = before.length > names.length ? ` and ${before.length - names.length} more` : '';
  return {
    code: 'out-of-turn',
    message: `${names.join(', ')}${more} ${before.length === 1 ? 'stands' : 'stand'} before this patient, who has position ${own.position}`,
  };
}
