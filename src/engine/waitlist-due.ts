import { fromDayNumber } from '../curriculum/calendar-date.ts';
import type { EpisodeContext } from '../program/episode-context.ts';
import type { DueItem } from './due-item.ts';
import type { Episode } from './episode.ts';
import { interimDue } from './interim-due.ts';

/** What falls due for a patient on a waitlist: the answer to an offer, the next contact, what its terms ask for, the admission. Pure. */
export function waitlistDue(episode: Episode, context: EpisodeContext): DueItem[] {
  const { plan } = episode;
  const place = context.waitlist;
  if (place === null) return [];
  const item = (id: string, day: number, title: string, more: Partial<DueItem> = {}): DueItem => ({
    item: `waitlist/${id}`,
    kind: 'waitlist',
    dueOn: fromDayNumber(day),
    work: true,
    title,
    role: 'counselor',
    ...more,
  });
  const { program, offer, acceptedOn, lapsedOn, contactEveryDays, since } = place;
  if (acceptedOn !== null)
    return [item(`admit/${place.fact}`, acceptedOn, `Admit to ${program}: the offer was accepted`)];
  const terms = interimDue(episode, place, context.today ?? since, item);
  if (offer !== null)
    return [
      ...terms,
      item(`answer/${offer.fact}`, offer.until, `Answer to the offer of a place in ${program} is due`),
      item(`lapse/${offer.fact}`, offer.until + 1, `The offer of a place in ${program} runs out`, {
        kind: 'deadline',
        work: false,
      }),
    ];
  const reached = context.counters[plan.common.lastContact] as number | null;
  const lapsed = lapsedOn !== null && (reached === null || reached < lapsedOn);
  if (lapsed)
    return [
      ...terms,
      item(`lapsed/${lapsedOn}`, lapsedOn, `The offer of a place in ${program} ran out: contact the patient`),
    ];
  if (contactEveryDays === null) return terms;
  const from = Math.max(reached ?? since, since);
  return [
    ...terms,
    item(`contact/${from}`, from + contactEveryDays, `Contact the patient who waits for ${program}`, {
      because: `${contactEveryDays} days after ${fromDayNumber(from)}`,
    }),
  ];
}
