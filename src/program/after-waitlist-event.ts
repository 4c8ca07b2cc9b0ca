import type { MachineEvent } from './machine-event.ts';
import type { WaitlistPlace } from './waitlist-place.ts';

/** The place on the waitlist after an event; null where there is none any more. Pure. An offer is open to the end of its last day. */
export function afterWaitlistEvent(before: WaitlistPlace | null, event: MachineEvent): WaitlistPlace | null {
  const { day } = event;
  if (event.type === 'Waitlisted') {
    const { fact, program, priority, priorityRule, contactEveryDays, afterOffer } = event;
    return {
      program,
      fact,
      since: day,
      orderedFrom: day,
      priority: priority ?? null,
      priorityRule: priorityRule ?? null,
      contactEveryDays: contactEveryDays ?? null,
      afterOffer: afterOffer ?? 'keeps-place',
      offer: null,
      lapsedOn: null,
      acceptedOn: null,
    };
  }
  if (before === null) return null;
  switch (event.type) {
    case 'PlaceOffered':
      return { ...before, offer: { fact: event.fact, on: day, until: event.until }, lapsedOn: null };
    case 'OfferAccepted':
      return { ...before, offer: null, acceptedOn: day };
    case 'OfferDeclined':
      return { ...withoutOffer(before, day), acceptedOn: null };
    case 'DayBegan':
      return before.offer === null || day <= before.offer.until
        ? before
        : { ...withoutOffer(before, before.offer.until + 1), lapsedOn: before.offer.until + 1 };
    case 'RemovedFromWaitlist':
    case 'Admitted':
    case 'Discharged':
      return null;
    default:
      return before;
  }
}

function withoutOffer(place: WaitlistPlace, day: number): WaitlistPlace {
  return { ...place, offer: null, ...(place.afterOffer === 'end-of-list' ? { orderedFrom: day } : {}) };
}
