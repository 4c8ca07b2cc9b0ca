import { type Action, weightyActions } from './action.ts';
import { PLACE_ACTIONS } from './place-actions.ts';
import { PROGRAM_ACTIONS } from './program-actions.ts';
import { RECORD_ACTIONS } from './record-actions.ts';
import { STAY_ACTIONS } from './stay-actions.ts';

/** What a counselor can do for one patient. Which of them are allowed now, the engine says. */
export const ACTIONS: readonly Action[] = [
  ...PROGRAM_ACTIONS,
  ...RECORD_ACTIONS,
  ...STAY_ACTIONS,
  ...PLACE_ACTIONS,
  ...weightyActions(
    'correction',
    [
      'amend',
      'Amend',
      'Correct an entry',
      'The entry is corrected; what it said before stays on the record.',
      [],
      'needed',
    ],
    [
      'void',
      'Void',
      'Take an entry back',
      'The entry counts as never made; it stays on the record.',
      [],
      'needed',
    ],
  ),
];

/** The action of an id; undefined where there is none. */
export function findAction(id: string): Action | undefined {
  return ACTIONS.find((one) => one.id === id);
}
