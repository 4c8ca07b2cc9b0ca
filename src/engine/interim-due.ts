import { fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import type { InterimService } from '../curriculum/program-directory/interim-service.ts';
import type { WaitlistPlace } from '../program/waitlist-place.ts';
import type { DueItem } from './due-item.ts';
import type { Episode } from './episode.ts';
import { type WaitingPriority, waitingPriority } from './waiting-priority.ts';
import { waitingTerms } from './waiting-terms.ts';

type Written = (id: string, day: number, title: string, more?: Partial<DueItem>) => DueItem;

/**
 * What the terms of a waitlist ask for a patient who waits: to find out whether he comes before others, the services meanwhile that
 * were not given yet, and the admission by the day that his priority says. Pure.
 */
export function interimDue(episode: Episode, place: WaitlistPlace, today: number, item: Written): DueItem[] {
  const { since, program } = place;
  const priority = waitingPriority(episode, place, fromDayNumber(today));
  const owed = servicesOwed(episode, place, priority).map((service) => ({
    service,
    days: givenOn(episode, place, service, today),
    due: since + service.withinDays,
  }));
  const inTime = owed.every(({ days, due }) => days.some((day) => day <= due));
  const [first] = priority.holding;
  const within = inTime ? (first?.admitWithInterimDays ?? first?.admitWithinDays) : first?.admitWithinDays;
  return [
    ...priority.open.map(({ rule, missing }) =>
      item(`ask/${rule.id}`, since, `Find out, for the waitlist of ${program}: ${missing}`, {
        because: `${rule.title} come before others`,
      }),
    ),
    ...owed.flatMap(({ service, days, due }) =>
      days.length > 0
        ? []
        : item(
            `interim/${service.service}`,
            due,
            `${service.title}, while the patient waits for ${program}`,
            {
              because: `${service.withinDays} days after ${fromDayNumber(since)}`,
            },
          ),
    ),
    ...(first === undefined || within === undefined
      ? []
      : [
          item(`admit-by/${first.id}`, since + within, `Admission to ${program} is due (${first.title})`, {
            because: `${within} days after ${fromDayNumber(since)}`,
          }),
        ]),
  ];
}

function servicesOwed(
  episode: Episode,
  place: WaitlistPlace,
  { holding }: WaitingPriority,
): InterimService[] {
  return (waitingTerms(episode, place).interim ?? []).filter(
    (service) => service.for === undefined || holding.some(({ id }) => service.for?.includes(id)),
  );
}

function givenOn(
  { facts }: Episode,
  { since }: WaitlistPlace,
  { service }: InterimService,
  today: number,
): number[] {
  return facts.flatMap(({ fact }) => {
    if (fact.type !== 'InterimServiceGiven' || fact.service !== service) return [];
    const day = toDayNumber(fact.on);
    return day >= since && day <= today ? [day] : [];
  });
}
