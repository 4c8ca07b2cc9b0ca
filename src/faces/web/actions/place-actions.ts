import { type Action, plainActions } from './action.ts';

/** What is done for a patient who waits for a place. */
export const PLACE_ACTIONS: readonly Action[] = plainActions(
  'place',
  [
    'join-waitlist',
    'JoinWaitlist',
    'Put on the waiting list',
    'The patient waits for a place in a program.',
    [
      {
        name: 'program',
        label: 'Program',
        type: 'text',
        hint: 'As the directory of programs calls it; then its terms hold.',
        required: true,
      },
      {
        name: 'priority',
        label: 'Priority',
        type: 'number',
        hint: '1 comes first; without one after all others.',
      },
    ],
  ],
  [
    'offer-place',
    'OfferPlace',
    'Offer the place',
    'The place is kept until a day.',
    [
      {
        name: 'until',
        label: 'Until',
        type: 'date',
        hint: 'As the terms of the waiting list say unless given.',
      },
      {
        name: 'placesFree',
        label: 'Free places',
        type: 'number',
        hint: 'As the directory of programs says unless given.',
      },
      {
        name: 'override',
        label: 'Although others stand before, or no place is free; say why',
        type: 'check',
      },
    ],
  ],
  ['accept-offer', 'AcceptOffer', 'The offer is accepted', 'The patient takes the place.', []],
  ['decline-offer', 'DeclineOffer', 'The offer is declined', 'The patient does not take the place.', []],
  [
    'interim-service',
    'RecordInterimService',
    'Record an interim service',
    'What was given while the patient waits.',
    [
      { name: 'service', label: 'Service', type: 'text', hint: 'For example open-group.', required: true },
      { name: 'minutes', label: 'Minutes', type: 'number' },
    ],
  ],
  [
    'remove-from-waitlist',
    'RemoveFromWaitlist',
    'Take off the waiting list',
    'The patient does not wait any more.',
    [],
    'needed',
  ],
);
