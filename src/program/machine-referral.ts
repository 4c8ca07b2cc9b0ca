import { OUTSIDE } from './machine-facts.ts';
import { RECORD, recorded, type StateConfig, type Transition } from './machine-state-config.ts';

/**
 * The state of a referred patient: new, waiting, offered a place, or the offer accepted. An offer that nobody answered is over with
 * the day after its last one; then he waits again.
 */
export function referralState(ends: Transition[], admissions: Transition[]): StateConfig {
  const to = (state: string): Transition[] => [{ target: state, actions: [RECORD] }];
  const over: Transition = { guard: { type: 'offerIsOver' }, target: 'waiting', actions: [RECORD] };
  return {
    initial: { target: 'new' },
    on: {
      Referred: [{ actions: [RECORD] }],
      ...recorded([...OUTSIDE, 'InterimServiceGiven']),
      Admitted: admissions,
      Discharged: ends,
    },
    states: {
      new: { on: { Waitlisted: to('waiting') } },
      waiting: { on: { PlaceOffered: to('offered'), RemovedFromWaitlist: to('new') } },
      offered: {
        on: {
          OfferAccepted: to('accepted'),
          OfferDeclined: to('waiting'),
          RemovedFromWaitlist: to('new'),
          DayBegan: [over, { actions: [RECORD] }],
        },
      },
      accepted: { on: { OfferDeclined: to('waiting'), RemovedFromWaitlist: to('new') } },
    },
  };
}
