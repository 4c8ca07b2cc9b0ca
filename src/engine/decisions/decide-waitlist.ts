import { fromDayNumber, toDayNumber } from '../../curriculum/calendar-date.ts';
import { readState } from '../../program/read-state.ts';
import type { WaitlistPlace } from '../../program/waitlist-place.ts';
import type { ReadyCommand, ReadyOf } from '../command.ts';
import type { Episode } from '../episode.ts';
import { waitingTerms } from '../waiting-terms.ts';
import { accept, type Decide, type Decision, eventOf, refuse, type Standing } from './decision.ts';

/**
 * Decides on what happens on a waitlist: entry, an offer of a place and its answer, removal, and what is given meanwhile. A
 * patient waits on one list at a time. An offer can be answered to the end of its last day, whenever that is entered.
 */
export const decideWaitlist: Decide = (command, standing) => {
  const { episode, fold } = standing;
  const { referral } = readState(episode.plan, fold.snapshot.value);
  if (referral === null)
    return refuse('already-admitted', 'the patient is admitted; a waitlist comes before an admission');
  const referred = episode.facts.find(({ fact }) => fact.type === 'Referred');
  if (referred && command.on < referred.fact.on)
    return refuse('dates-contradict', `the patient was referred on ${referred.fact.on}, after ${command.on}`);
  return decideIn(command, standing, referral === 'new');
};

function decideIn(command: ReadyCommand, { episode, fold }: Standing, isNew: boolean): Decision {
  const place = fold.snapshot.context.waitlist;
  switch (command.type) {
    case 'RecordInterimService': {
      const { service, minutes } = command;
      return accept(eventOf('InterimServiceGiven', command, { service, minutes }));
    }
    case 'JoinWaitlist': {
      if (place !== null)
        return refuse(
          'already-waiting',
          `the patient waits for ${place.program}; remove him from that list first`,
          {
            fact: place.fact,
          },
        );
      const { program, priority, priorityRule, contactEveryDays, afterOffer } = command;
      const { offerDays, priorities, interim } = command;
      const terms = { program, priority, priorityRule, contactEveryDays, afterOffer };
      return accept(eventOf('Waitlisted', command, { ...terms, offerDays, priorities, interim }));
    }
    case 'RemoveFromWaitlist':
      if (isNew) return refuse('not-waiting', 'the patient is on no waitlist');
      if (command.reason === undefined)
        return refuse('reason-needed', 'say why the patient is taken off the list; it stays on the record');
      return accept(eventOf('RemovedFromWaitlist', command, {}));
    case 'OfferPlace':
      return offered(command, episode, place);
    case 'AcceptOffer':
      if (!place?.offer) return refuse('no-offer', `no offer was open on ${command.on}`);
      return accept(eventOf('OfferAccepted', command, {}));
    default:
      if (!place?.offer && !place?.acceptedOn)
        return refuse('no-offer', `no offer was open on ${command.on}`);
      return accept(eventOf('OfferDeclined', command, {}));
  }
}

function offered(command: ReadyOf<'OfferPlace'>, episode: Episode, place: WaitlistPlace | null): Decision {
  if (place === null) return refuse('not-waiting', 'the patient is on no waitlist');
  if (place.acceptedOn !== null)
    return refuse('already-offered', 'the patient has accepted a place already; admit him');
  if (place.offer !== null)
    return refuse('already-offered', `an offer is open until ${fromDayNumber(place.offer.until)}`, {
      fact: place.offer.fact,
    });
  const { offerDays } = waitingTerms(episode, place);
  const until =
    command.until ??
    (offerDays === undefined ? undefined : fromDayNumber(toDayNumber(command.on) + offerDays));
  if (until === undefined)
    return refuse('until-needed', 'say until when the place can be accepted; the terms of the list do not');
  if (until < command.on)
    return refuse('dates-contradict', `the offer would end on ${until}, before it is made`);
  const { placesFree, override } = command;
  return accept(eventOf('PlaceOffered', command, { until, placesFree, override }));
}
