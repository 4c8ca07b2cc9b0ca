import type { FactOf } from '../program/episode-event.ts';
import type { WaitlistPlace } from '../program/waitlist-place.ts';
import type { Episode } from './episode.ts';

/** The terms under which a patient waits, as they stand in the fact of the entry. Pure. */
export function waitingTerms(
  { facts }: Pick<Episode, 'facts'>,
  { fact }: WaitlistPlace,
): Partial<Pick<FactOf<'Waitlisted'>, 'priorities' | 'interim' | 'offerDays'>> {
  const entry = facts.find(({ version }) => version === fact)?.fact;
  return entry?.type === 'Waitlisted' ? entry : {};
}
