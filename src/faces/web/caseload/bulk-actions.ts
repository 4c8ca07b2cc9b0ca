import type { ActionField } from '../actions/action.ts';
import { choiceOf } from '../actions/action.ts';
import { findAction } from '../actions/actions.ts';
import { asIdentifier } from '../actions/as-identifier.ts';
import { TEST_WORDS } from '../record-words.ts';

/** Something that can be done for several patients at once; its fields are the same for all of them. */
export type BulkAction = {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly ActionField[];
};

/** What can be done for several patients at once. Each is an action of one patient, too. */
export const BULK_ACTIONS: readonly BulkAction[] = [
  { id: 'advance', title: 'Advance', fields: [] },
  {
    id: 'sign-off',
    title: 'Sign off',
    fields: [
      {
        name: 'subject',
        label: 'What',
        type: 'text',
        required: true,
        hint: 'What gates of them ask for is suggested.',
        read: asIdentifier,
      },
    ],
  },
  {
    id: 'drug-test',
    title: 'Record the same test result',
    fields: [
      choiceOf('result', 'Result', () => TEST_WORDS),
      { name: 'specimen', label: 'Specimen', type: 'text', read: asIdentifier },
    ],
  },
  {
    id: 'counselor',
    title: 'Assign another counselor',
    fields: [{ name: 'counselor', label: 'Counselor', type: 'text', required: true }],
  },
  {
    id: 'note',
    title: 'Write the same note',
    fields: [{ name: 'text', label: 'Note', type: 'area', required: true }],
  },
];

/** The bulk action of an id with the action of one patient behind it; null where there is none. */
export function findBulkAction(id: string) {
  const bulk = BULK_ACTIONS.find((one) => one.id === id);
  const action = findAction(id);
  return bulk === undefined || action === undefined
    ? null
    : { bulk, action: { ...action, fields: bulk.fields } };
}
